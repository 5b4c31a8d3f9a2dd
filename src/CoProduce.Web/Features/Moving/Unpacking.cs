using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Moving;

/// <summary>Puts what came along into the records of the new place.</summary>
internal static class Unpacking
{
    /// <summary>How to reach them and what helps; in a place of custody no way to reach them is kept.</summary>
    public static MemberContact Contact(MemberId id, Parcel parcel, bool keepsContact)
    {
        var contact = new MemberContact { MemberId = id };
        if (parcel.Contact is { } came)
        {
            contact.BornOn = came.BornOn;
            if (keepsContact)
                (contact.Prefers, contact.Email, contact.Phone, contact.Address) = (came.Prefers, came.Email, came.Phone, came.Address);
        }
        if (parcel.Access is { } access)
            (contact.AccessTicks, contact.AccessNeeds) = (access.Ticks, access.Words);
        return contact;
    }

    /// <summary>Skills that this organisation lists too become its own, the others stay in the words they came in.</summary>
    public static async Task UnpackAsync(
        this TenantDb db,
        Member member,
        Parcel parcel,
        RoleHolderId by,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        member.About = parcel.About;
        var listed = await db.Skills.Where(s => s.HiddenAt == null).ToListAsync(ct);
        HashSet<(SkillSide, SkillId?, string)> had = [];
        var own = new Dictionary<SkillSide, int>();
        foreach (var skill in parcel.Skills)
        {
            var found = listed.Find(s => IsSame(s.English, skill.English) || IsSame(s.Welsh, skill.Welsh));
            var words = found is null ? (skill.English.Length > 0 ? skill.English : skill.Welsh) : "";
            if (!had.Add((skill.Side, found?.Id, Folded.Of(words))))
                continue;
            if (found is null && (own[skill.Side] = own.GetValueOrDefault(skill.Side) + 1) > MemberSkill.MostOwn)
                continue;
            db.MemberSkills.Add(
                new()
                {
                    MemberId = member.Id,
                    Side = skill.Side,
                    SkillId = found?.Id,
                    Words = words,
                }
            );
        }
        foreach (var (code, level) in parcel.Languages)
            db.MemberLanguages.Add(
                new()
                {
                    MemberId = member.Id,
                    Code = code,
                    Level = level,
                }
            );
        if (parcel.Suits is { } suits)
            db.WhatSuits.Add(Copy(suits, member.Id));
        foreach (var (purpose, isGiven, wording, at) in parcel.Consents)
            db.Consents.Add(
                new()
                {
                    Id = Guid.CreateVersion7(),
                    MemberId = member.Id,
                    Purpose = purpose,
                    IsGiven = isGiven,
                    Version = 1,
                    Wording = wording,
                    At = at,
                    By = by,
                    Door = Door.Affiliate,
                }
            );
    }

    private static bool IsSame(string one, string other) => one.Length > 0 && Folded.Of(one) == Folded.Of(other);

    private static WhatSuits Copy(WhatSuits suits, MemberId member) =>
        new()
        {
            MemberId = member,
            Times = suits.Times,
            AskFirst = suits.AskFirst,
            TimesNote = suits.TimesNote,
            AwayFrom = suits.AwayFrom,
            AwayUntil = suits.AwayUntil,
            Reach = suits.Reach,
            NeedsLift = suits.NeedsLift,
            Has = suits.Has,
            Avoids = suits.Avoids,
            DoNotAsk = suits.DoNotAsk,
        };
}
