using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Archive;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Archive;

/// <summary>Everything of an organisation as one file, and back into an empty one with the same hashes (I17).</summary>
public sealed class AnOrganisationIsCarriedElsewhere(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Every_row_and_every_hash_is_the_same_and_every_promise_holds()
    {
        var from = await LivelyAsync("carried-from");
        var to = await bank.CreateAsync("carried-to", "Not yet");
        var manager = await to.StaffAsync("Mo", Role.Manager);
        (await RestoreAsync(manager, await ExportAsync(from))).ShouldBe(RestoreOrganisation.Outcome.Restored);

        (await FingerprintAsync(to)).ShouldBe(await FingerprintAsync(from));
        (await FingerprintAsync(to)).Length.ShouldBe(64);
        foreach (var table in await TablesAsync(from))
        {
            if (table is "role_holders" or "audit_lines")
                continue;
            (await LinesAsync(to, table)).ShouldBe(await LinesAsync(from, table), table);
        }
        (await LinesAsync(to, "audit_lines")).ShouldContain(l => l.Contains(nameof(RestoreOrganisation), StringComparison.Ordinal));
        foreach (var promise in Invariants.All)
            (await to.ReadAsync(db => db.BreachesAsync(promise))).ShouldBeEmpty();
        await using var scope = bank.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<OrganisationDirectory>().GetAsync(to.Id)).Name.ShouldBe("carried-from bank");
    }

    [Fact]
    public async Task Life_goes_on_where_it_was_put_back_and_the_manager_is_still_there()
    {
        var from = await LivelyAsync("on-from");
        var to = await bank.CreateAsync("on-to", "Not yet");
        var manager = await to.StaffAsync("Mo", Role.Manager, Role.Coordinator);
        (await RestoreAsync(manager, await ExportAsync(from))).ShouldBe(RestoreOrganisation.Outcome.Restored);
        var ids = await to.ReadAsync(db => db.Members.ToDictionaryAsync(m => m.FirstName, m => m.Id));
        var form = new LogForMembersForm
        {
            Giver = ids["Ann"].Value,
            Receiver = ids["Bob"].Value,
            HowLong = Web.Ui.DurationChoice.From(60),
            Description = "A lift",
        };
        (await manager.DoAsync((LogForMembers log) => log.HandleAsync(form))).ShouldBe(LogOutcome.Logged);
        (await to.WriteAsync(db => db.SealEntriesAsync(1000, bank.Clock.GetUtcNow()))).ShouldBeGreaterThan(0);
        foreach (var promise in Invariants.All)
            (await to.ReadAsync(db => db.BreachesAsync(promise))).ShouldBeEmpty();
        var holders = await to.ReadAsync(db => db.RoleHolders.Where(r => r.Id != manager.Id).ToListAsync());
        holders.ShouldNotBeEmpty();
        holders.ShouldAllBe(r => r.EndedAt != null && r.Roles.Count == 0 && r.SignInId == r.Id.Value);
    }

    [Fact]
    public async Task It_says_what_each_of_its_columns_holds()
    {
        var from = await LivelyAsync("told");
        using var zip = new ZipArchive(new MemoryStream(await ExportAsync(from)));
        using var text = new StreamReader(await zip.GetEntry(ArchiveColumns.FileName)!.OpenAsync(TestContext.Current.CancellationToken));
        var columns = (await text.ReadToEndAsync(TestContext.Current.CancellationToken)).ReplaceLineEndings("\n").Split('\n');
        columns.ShouldContain(c => c.StartsWith("accounts,kind,smallint,1 Member; 2 Organisation;", StringComparison.Ordinal));
        columns.ShouldContain("members,hub_id,uuid,,hubs");
        foreach (var table in await TablesAsync(from))
            columns.ShouldContain(c => c.StartsWith(table + ",", StringComparison.Ordinal), table);
    }

    [Fact]
    public async Task No_secret_of_signing_in_leaves()
    {
        var from = await LivelyAsync("secrets");
        await from.WriteAsync(db =>
            Task.FromResult(
                db.Invitations.Add(
                    new()
                    {
                        Email = "x@home.example",
                        Name = "X",
                        SecretHash = [0xAB, 0xCD, 0xEF, 1],
                    }
                )
            )
        );
        using var zip = new ZipArchive(new MemoryStream(await ExportAsync(from)));
        var all = string.Concat(
            zip.Entries.Select(e =>
            {
                using var text = new StreamReader(e.Open());
                return text.ReadToEnd();
            })
        );
        foreach (var secret in new[] { "sign_in_id", "secret_hash", "abcdef01", "password", "security_stamp" })
            all.ShouldNotContain(secret == "password" ? "password_hash" : secret);
        foreach (var holder in await from.ReadAsync(db => db.RoleHolders.ToListAsync()))
            all.ShouldNotContain(holder.SignInId.ToString());
        zip.GetEntry("README.txt").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_was_changed_on_the_way_is_refused_and_nothing_is_left_of_it()
    {
        var from = await LivelyAsync("changed-from");
        var archive = await ExportAsync(from);
        var to = await bank.CreateAsync("changed-to", "Not yet");
        var manager = await to.StaffAsync("Mo", Role.Manager);
        var before = await LinesAsync(to, "accounts");

        (await RestoreAsync(manager, Changed(archive, "entries.jsonl", t => t.Replace("\"amount\": 60,", "\"amount\": 61,")))).ShouldBe(
            RestoreOrganisation.Outcome.NotKept
        );
        (await RestoreAsync(manager, Changed(archive, "entries.jsonl", t => t.Replace("\"door\": 1,", "\"door\": 2,")))).ShouldBe(
            RestoreOrganisation.Outcome.NotKept
        );
        (await RestoreAsync(manager, Changed(archive, "accounts.jsonl", t => t.Replace("\"balance\": 60,", "\"balance\": 600,")))).ShouldBe(
            RestoreOrganisation.Outcome.NotKept
        );
        (await RestoreAsync(manager, Changed(archive, "chain_links.jsonl", t => t[(t.IndexOf('\n') + 1)..]))).ShouldBe(
            RestoreOrganisation.Outcome.NotAnArchive
        );
        (await RestoreAsync(manager, Changed(archive, "manifest.json", t => t.Replace("\"Version\":1", "\"Version\":99")))).ShouldBe(
            RestoreOrganisation.Outcome.OtherVersion
        );
        (await RestoreAsync(manager, Encoding.UTF8.GetBytes("no zip"))).ShouldBe(RestoreOrganisation.Outcome.NotAnArchive);
        (await LinesAsync(to, "accounts")).ShouldBe(before);
        (await to.ReadAsync(db => db.Members.AnyAsync())).ShouldBeFalse();
        (await to.ReadAsync(db => db.ArchiveLines.AnyAsync())).ShouldBeFalse();
        (await RestoreAsync(manager, archive)).ShouldBe(RestoreOrganisation.Outcome.Restored);
    }

    [Fact]
    public async Task Nothing_is_slipped_into_an_organisation_that_has_something()
    {
        var from = await LivelyAsync("full-from");
        var archive = await ExportAsync(from);
        var manager = await from.StaffAsync("Mo", Role.Manager);
        (await RestoreAsync(manager, archive)).ShouldBe(RestoreOrganisation.Outcome.NotEmpty);
        await Should.ThrowAsync<Npgsql.PostgresException>(() =>
            from.WriteAsync(async db =>
            {
                await ArchiveRows.TakeLedgerAsync(db, default);
                return true;
            })
        );
    }

    [Fact]
    public async Task Hours_that_crossed_to_others_cannot_be_put_back_by_half()
    {
        var from = await LivelyAsync("crossed-from");
        await from.AffiliateAsync(bank.Hillside);
        var to = await bank.CreateAsync("crossed-to", "Not yet");
        var manager = await to.StaffAsync("Mo", Role.Manager);
        (await RestoreAsync(manager, await ExportAsync(from))).ShouldBe(RestoreOrganisation.Outcome.HasCrossed);
    }

    [Fact]
    public async Task Every_table_of_an_organisation_is_in_it_or_is_argued_for()
    {
        var place = await bank.CreateAsync("tables", "Tables");
        var all = await place.ReadAsync(db =>
            Task.FromResult(db.Model.GetEntityTypes().Where(e => !e.IsOwned()).Select(e => e.GetTableName()!).ToList())
        );
        all.Count.ShouldBeGreaterThan(25);
        var archived = await TablesAsync(place);
        archived.Concat(ArchiveRows.LeftOut).Append("postings").ShouldBe(all, ignoreOrder: true);
        ArchiveRows.OfTheLedger.Except(archived).ShouldBeEmpty();
    }

    private async Task<Place> LivelyAsync(string slug)
    {
        var place = await bank.CreateAsync(slug, $"{slug} bank");
        var (ann, bob) = (await place.MemberAsync("Ann", "Ellis", $"ann@{slug}.example"), await place.MemberAsync("Bob", "Hughes"));
        await place.AddMemberAsync("'=Cat", "Morgan");
        var (_, exchange) = await ann.GaveAsync(60, to: bob.Member);
        (await bob.ConfirmsAsync(exchange)).ShouldBe(AnswerExchange.Outcome.Confirmed);
        await ann.GaveAsync(30, to: bob.Member, what: "Waits “for” \\ an answer");
        var cora = await place.CoordinatorAsync();
        (_, exchange) = await bob.GaveAsync(15, to: ann.Member);
        await ann.ConfirmsAsync(exchange);
        var undo = new SettleForm { Exchange = exchange.Value, Reason = "A slip" };
        (await cora.DoAsync((SettleExchange settle) => settle.UndoAsync(undo))).ShouldBe(SettleExchange.Outcome.Reversed);
        await place.WriteAsync(db => db.SealEntriesAsync(4, bank.Clock.GetUtcNow())); // some are not linked yet
        await place.WriteAsync(db =>
        {
            db.Logos.Add(new() { Content = [0x89, 0, 255, 7], Version = "1" });
            return Task.FromResult(true);
        });
        return place;
    }

    private async Task<byte[]> ExportAsync(Place place)
    {
        await using var scope = place.Enter();
        using var file = new MemoryStream();
        await scope.ServiceProvider.GetRequiredService<ExportOrganisation>().WriteAsync(file, bank.Clock.GetUtcNow());
        return file.ToArray();
    }

    private static async Task<RestoreOrganisation.Outcome> RestoreAsync(Actor manager, byte[] archive)
    {
        using var stream = new MemoryStream(archive);
        var form = new RestoreForm { File = new FormFile(stream, 0, archive.Length, "File", "archive.zip") };
        return await manager.DoAsync((RestoreOrganisation restore) => restore.HandleAsync(form));
    }

    private static Task<List<string>> TablesAsync(Place place) =>
        place.ReadAsync(db => Task.FromResult(ArchiveRows.Tables(db.Model).Select(t => t.GetTableName()!).ToList()));

    private static Task<List<string>> LinesAsync(Place place, string table) =>
        place.ReadAsync(async db =>
        {
            var lines = new List<string>();
            var entity = ArchiveRows.Tables(db.Model).Single(t => t.GetTableName() == table);
            await foreach (var line in ArchiveRows.LinesAsync(db, entity, default))
                lines.Add(line);
            return lines;
        });

    private static Task<string> FingerprintAsync(Place place) => place.ReadAsync(db => ArchiveRows.FingerprintAsync(db, default));

    private static byte[] Changed(byte[] archive, string file, Func<string, string> change)
    {
        using var stream = new MemoryStream();
        stream.Write(archive);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            string text;
            using (var reader = new StreamReader(zip.GetEntry(file)!.Open()))
                text = reader.ReadToEnd();
            var changed = change(text);
            changed.ShouldNotBe(text);
            zip.GetEntry(file)!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(file).Open());
            writer.Write(changed);
        }
        return stream.ToArray();
    }
}
