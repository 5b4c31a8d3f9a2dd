namespace CoProduce.Web.Features.Archive;

/// <summary>What an archive says of itself.</summary>
/// <param name="Format">Always <see cref="FormatName"/>.</param>
/// <param name="Version">Which version of the format it is.</param>
/// <param name="Organisation">The organisation's name when it was made.</param>
/// <param name="Lines">How many lines each table has.</param>
/// <param name="ChainLinks">How many entries are linked in the chain.</param>
/// <param name="ChainHead">The hash of the last link; empty when there is none.</param>
/// <param name="Fingerprint">All digests of the ledger in one; empty when nothing is posted.</param>
public sealed record ArchiveManifest(
    string Format,
    int Version,
    string Organisation,
    DateTimeOffset MadeAt,
    IReadOnlyDictionary<string, int> Lines,
    long ChainLinks,
    string ChainHead,
    string Fingerprint
)
{
    /// <summary>By this an archive of ours is known.</summary>
    public const string FormatName = "coproduce-organisation";

    /// <summary>The version that this program writes and reads.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The file that holds it.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The words beside it, for whoever opens the archive without this program.</summary>
    public const string Readme = """
        Everything that an organisation has in CoProduce, as it was at one moment.

        manifest.json   the format and its version, how many lines each table has, the head of the chain of hashes, and one fingerprint over all
                        entries of the ledger.
        NAME.jsonl      a table: UTF-8, one row of JSON a line, in the order of its key. Ids are UUIDs, moments ISO 8601 with a zone, days ISO 8601,
                        lengths and amounts whole minutes, bytes hexadecimal after \x.
        columns.csv     what is in each table, for a spreadsheet: each column, its type, what its numbers mean (a kind, a status, a door), and to
                        which table its ids refer.
        entries.jsonl   the ledger: each entry with its postings, which sum to zero. An account's postings are numbered without a gap, and each
                        says the balance after it. chain_links.jsonl has the hashes: hash = SHA-256(hash of the link before, digest of the entry).

        It holds personal data: names, addresses, telephone numbers, what people gave and received. Keep it as you would keep those.
        Left out: passwords, passkeys and every other secret of signing in, invitations, letters not sent, and what only this
        installation needs. People are invited anew where the archive is put back.

        It can be put back into an organisation that has nothing yet. There the ledger has the same ids, times, numbers and hashes, and
        every promise of the ledger is checked before anything is kept.
        """;
}
