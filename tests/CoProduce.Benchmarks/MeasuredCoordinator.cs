using System.Security.Claims;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CoProduce.Benchmarks;

/// <summary>A coordinator whose work at the desk is measured.</summary>
internal static class MeasuredCoordinator
{
    private static readonly Guid Id = Guid.Parse("00000000-0000-7000-9000-000000000001");

    public static async Task AddAsync(NpgsqlDataSource owner, OrganisationProfile place)
    {
        await using var add = owner.CreateCommand(
            "insert into role_holders (organisation_id, id, sign_in_id, name, since, roles) select $1, $2, $2, 'Cora', now(), '{3}'"
        );
        add.Parameters.AddWithValue(place.Id.Value);
        add.Parameters.AddWithValue(Id);
        await add.ExecuteNonQueryAsync();
    }

    /// <summary>Who acts in the scope, read as for each request.</summary>
    public static async Task<CurrentPerson> ActsInAsync(AsyncServiceScope scope)
    {
        var me = scope.ServiceProvider.GetRequiredService<CurrentPerson>();
        await me.LoadAsync(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, Id.ToString())], "measured")));
        return me;
    }
}
