namespace CoProduce.Web.Data;

/// <summary>The database roles that sign in. The owner of the tables cannot.</summary>
public static class Roles
{
    /// <summary>Does the day's work: owns nothing, sees one organisation at a time, cannot write ledger tables.</summary>
    public const string Application = "coproduce_app";

    /// <summary>Learns for which organisations work is due; sees no row of any.</summary>
    public const string Platform = "coproduce_platform";
}
