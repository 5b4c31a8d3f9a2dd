using System.Data.Common;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Drafts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoProduce.Web.Data;

/// <summary>Says, once a unit of work is committed, whose records it has written; only within this process, and not of what is written by SQL alone.</summary>
public sealed class MemberChanges : DbTransactionInterceptor
{
    /// <summary>The organisation and the members, on the thread that committed; a listener must not wait or throw.</summary>
    public event Action<OrganisationId, IReadOnlyCollection<MemberId>>? Written;

    /// <inheritdoc />
    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is TenantDb { Touched.Count: > 0 } db)
            Written?.Invoke(db.OrganisationId, db.Touched);
        return Task.CompletedTask;
    }
}

/// <summary>Whom a row is about.</summary>
internal static class MembersOfRows
{
    /// <summary>The members that the row names; none for a look and for what somebody only begins to type, which are nobody else's news.</summary>
    public static IEnumerable<MemberId> MembersIn(this EntityEntry row) =>
        row.Entity switch
        {
            RecordView or Draft => [],
            Member member => [member.Id],
            _ => row
                .Metadata.GetProperties()
                .Where(p => p.ClrType == typeof(MemberId) || p.ClrType == typeof(MemberId?))
                .Select(p => row.CurrentValues[p])
                .OfType<MemberId>(),
        };
}
