namespace CoProduce.Web.Features.Reports;

/// <summary>What is wrong with a period, in the English sentences that are the keys of the texts; {0} is the longest period in months.</summary>
public static class ReportWords
{
    public static string Of(PeriodFault fault) =>
        fault switch
        {
            PeriodFault.Unknown => "Choose one of the periods in the list.",
            PeriodFault.NoMonth => "Choose the first and the last month.",
            PeriodFault.Backwards => "The first month comes after the last. Change one of them.",
            PeriodFault.InTheFuture => "That month has not come yet. Choose an earlier one.",
            PeriodFault.TooLong => "Choose at most {0} months.",
        };
}
