using CoProduce.Ledger;
using Shouldly;
using Xunit;

namespace CoProduce.Ledger.Tests;

/// <summary>Whatever a person did carries that person's name.</summary>
public sealed class AuthorshipIsKnown
{
    [Theory]
    [InlineData(Door.Screen)]
    [InlineData(Door.Phone)]
    [InlineData(Door.Paper)]
    public void Somebody_is_named_for_what_people_do(Door door)
    {
        Should.Throw<ArgumentException>(() => new Authorship(null, Guid.NewGuid(), door));
        new Authorship(Guid.NewGuid(), null, door).Door.ShouldBe(door);
    }

    [Theory]
    [InlineData(Door.Import)]
    [InlineData(Door.Job)]
    public void A_job_and_an_import_may_have_nobody_behind_them(Door door)
    {
        new Authorship(null, null, door).By.ShouldBeNull();
    }

    [Fact]
    public void The_link_in_a_mail_is_used_by_a_person_or_for_a_named_member_who_has_no_sign_in()
    {
        Should.Throw<ArgumentException>(() => new Authorship(null, null, Door.Mail));
        new Authorship(null, Guid.NewGuid(), Door.Mail).By.ShouldBeNull();
        Should.Throw<ArgumentException>(() => new Authorship(null, null, Door.Text));
        new Authorship(null, Guid.NewGuid(), Door.Text).By.ShouldBeNull();
        new Authorship(Guid.NewGuid(), null, Door.Mail).By.ShouldNotBeNull();
    }
}
