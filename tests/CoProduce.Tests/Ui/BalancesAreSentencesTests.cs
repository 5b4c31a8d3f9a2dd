using CoProduce.Web.Ui;
using Shouldly;
using Xunit;

namespace CoProduce.Tests.Ui;

public sealed class BalancesAreSentencesTests
{
    private static readonly CreditName Liptons = new(
        new Dictionary<string, CreditForms> { ["en"] = new("lipton", "liptons"), ["cy"] = new("lipton", "lipton") }
    );

    private readonly Texts texts = new();

    [Theory]
    [InlineData(390, "You have 6 and a half hours to spend.")]
    [InlineData(0, "You have given as much as you have received.")]
    [InlineData(-120, "You have received 2 hours more than you have given. That is fine: others will ask you in time.")]
    public void A_balance_is_a_sentence_and_a_debt_is_normal(long minutes, string said)
    {
        using var _ = new Speaking("en");
        texts.Balance(minutes, CreditName.Hours).ShouldBe(said);
    }

    [Theory]
    [InlineData(60, "You have 1 lipton to spend.")]
    [InlineData(90, "You have 1 and a half liptons to spend.")]
    [InlineData(120, "You have 2 liptons to spend.")]
    [InlineData(45, "You have 45 minutes to spend.")]
    public void An_organisation_may_name_its_credit(long minutes, string said)
    {
        using var _ = new Speaking("en");
        texts.Balance(minutes, Liptons).ShouldBe(said);
    }

    [Fact]
    public void In_Welsh_too()
    {
        using var _ = new Speaking("cy");
        texts.Balance(390, CreditName.Hours).ShouldBe("Mae gennych 6 awr a hanner i'w gwario.");
        texts.Balance(150, Liptons).ShouldBe("Mae gennych 2 lipton a hanner i'w gwario.");
    }

    [Fact]
    public void A_credit_without_a_Welsh_name_keeps_its_English_one()
    {
        using var _ = new Speaking("cy");
        new CreditName(new Dictionary<string, CreditForms> { ["en"] = new("lipton", "liptons") }).Amount(texts, 120).ShouldBe("2 liptons");
    }
}
