using System.Text.Json;
using System.Text.RegularExpressions;
using CoProduce.Tests.Care;
using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Features.Skills;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Privacy;

/// <summary>"My data" is for reading: names instead of ids, words instead of numbers, days and hours.</summary>
public sealed partial class WhatIsKeptIsReadInWords(Bank bank) : IClassFixture<Bank>
{
    private static readonly string[] AlsoRead =
    [
        "accounts",
        "audit_lines",
        "day_marks",
        "entries",
        "joiner_details",
        "joiner_steps",
        "joiners",
        "members",
        "postings",
        "record_views",
    ];

    [Fact]
    public async Task On_the_page_and_in_the_file_without_a_bare_number_or_id()
    {
        var here = await bank.CreateAsync("my-words", "My words");
        var (ann, bob) = (await here.MemberAsync("Ann", "Wordy"), await here.MemberAsync("Bob", "Surname"));
        var cora = await here.CoordinatorAsync();
        await bob.ConfirmsAsync((await ann.GaveAsync(90, to: bob.Member, what: "Mended a gate")).Id);
        var skill = await here.WriteAsync(async db =>
        {
            var known = await db.Skills.OrderBy(s => s.Id).FirstAsync();
            db.MemberSkills.Add(
                new()
                {
                    MemberId = ann.Member,
                    SkillId = known.Id,
                    Side = SkillSide.WouldLike,
                }
            );
            db.WhatSuits.Add(
                new()
                {
                    MemberId = ann.Member,
                    Times = 1 | 8,
                    Avoids = PetsAndSmoke.Dog | PetsAndSmoke.Smoke,
                    Reach = Reach.Walk,
                }
            );
            return known.English;
        });
        await cora.DoAsync((ContactDoor door) => door.OpenAsync(ann.Member));
        var browser = await ann.BrowserAsync();
        var main = (await browser.OpenAsync("me/data")).QuerySelector("main")!;
        var text = Spaces().Replace(main.TextContent, " ");

        foreach (
            var words in new[]
            {
                skill,
                "Would like",
                "Monday: morning. Tuesday: morning.",
                "Dog, Smoke",
                "A few minutes on foot",
                "Mended a gate",
                "an hour and a half",
                "+1 h 30 min",
                "Wordy",
            }
        )
            text.ShouldContain(words);
        var facts = main.QuerySelectorAll("dt, .fact .quiet")
            .Select(label => $"{label.TextContent.Trim().TrimEnd(':')} = {label.NextElementSibling!.TextContent.Trim()}")
            .ToList();
        facts.ShouldContain("Who received = Bob");
        facts.ShouldContain("Who looked = Cora Staff");
        Id().IsMatch(text).ShouldBeFalse();
        text.ShouldNotContain("Surname"); // another member's last name is theirs
        text.ShouldNotContain("Something else that is kept");
        foreach (var fact in main.QuerySelectorAll("[data-part='part-member_skills'] dd, [data-part='part-what_suits'] dd"))
            int.TryParse(fact.TextContent.Trim(), out _).ShouldBeFalse(fact.TextContent);

        await browser.OpenAsync("me/data.json");
        var file = JsonDocument.Parse(browser.Body).RootElement;
        file.GetProperty("member_skills")[0].GetProperty("side").GetString().ShouldBe("Would like");
        file.GetProperty("member_skills")[0].GetProperty("skill_name").GetString().ShouldBe(skill);
        file.GetProperty("exchanges")[0].GetProperty("receiver_name").GetString().ShouldBe("Bob");
        file.GetProperty("exchanges")[0].GetProperty("receiver_id").GetGuid().ShouldBe(bob.Member.Value);
        file.GetProperty("what_suits")[0].GetProperty("times").GetString().ShouldBe("Monday: morning. Tuesday: morning.");
        foreach (var inside in new[] { "folded", "search_text", "request_key", "body_hash", "Surname" })
            browser.Body.ShouldNotContain(inside);
    }

    [Fact]
    public async Task A_look_at_a_concern_is_not_read_before_the_person_was_told()
    {
        var here = await bank.CreateAsync("my-looks", "My looks");
        var (ann, guardian) = (await here.MemberAsync("Ann"), await here.GuardianAsync("Gwen Guards"));
        await here.WriteAsync(db =>
        {
            var concern = Guid.CreateVersion7();
            return db.Database.ExecuteSqlAsync(
                $"""
                insert into record_views (organisation_id, id, concern_id, member_id, part, viewed_at, viewed_by)
                values ({here.Id.Value}, {concern}, null, {ann.Member.Value}, {(short)
                    RecordPart.SensitiveNotes}, now(), {guardian.Id.Value})
                """
            );
        });
        var text = Spaces().Replace((await (await ann.BrowserAsync()).OpenAsync("me/data")).QuerySelector("main")!.TextContent, " ");
        text.ShouldContain("Confidential notes");
        text.ShouldNotContain("Sensitive notes");
    }

    [Fact]
    public async Task Everything_that_is_kept_has_words_for_it_or_is_known_to_have_none()
    {
        var (tables, shape) = await bank.Riverside.ReadAsync(db =>
            Task.FromResult(
                (
                    MemberRows
                        .Tables(db.Model)
                        .Select(t => t.Table)
                        .Where(t => !MemberRows.ReadToThem.Contains(t))
                        .Union(AlsoRead)
                        .ToList(),
                    new MyDataShape(db.Model)
                )
            )
        );
        var texts = new Texts();
        (
            from table in tables
            from column in shape.ColumnsOf(table)
            where MyDataShape.IsRead(table, column) && MyDataColumns.Label(texts, column) is null
            select $"{table}.{column}"
        ).ShouldBeEmpty();
        tables.Except(["entries"]).Where(t => MyDataWords.Title(texts, t).Name == "Something else that is kept").ShouldBeEmpty();
        var welsh = Texts.Of("cy");
        (
            from table in tables
            from column in shape.ColumnsOf(table)
            let type = shape.TypeOf(table, column)
            where type is { IsEnum: true } && MyDataShape.IsRead(table, column)
            from value in Enum.GetNames(type)
            let key = MyDataAnswers.Key(type, value)
            where !welsh.ContainsKey(key)
            select key
        )
            .Distinct()
            .ShouldBeEmpty();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}")]
    private static partial Regex Id();
}
