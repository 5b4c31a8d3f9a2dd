using CoProduce.Ledger;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Activities;

/// <summary>Somebody's part in a register once everything is decided.</summary>
public sealed record Part(OnRegister Person, long Minutes, PaidBy PaidBy);

/// <summary>What a register moves: pure, the same when it is read back and when it is posted.</summary>
/// <param name="Parts">Everybody who is not left out.</param>
/// <param name="ToPot">What the community pot gets; below zero for what it pays.</param>
/// <param name="ToOrganisation">What the organisation gets; below zero for what it pays.</param>
public sealed record RegisterMoves(IReadOnlyList<Part> Parts, Difference Difference, long ToPot, long ToOrganisation)
{
    /// <summary>Who earned and who spent.</summary>
    public RegisterShape Shape =>
        Count(RegisterSide.TookPart) == 1 ? RegisterShape.ManyToOne
        : Count(RegisterSide.Gave) == 1 ? RegisterShape.OneToMany
        : RegisterShape.ManyToMany;

    /// <summary>Decides everybody's part.</summary>
    public static RegisterMoves Of(RegisterSheet sheet, RegisterForm form)
    {
        var (pot, organisation, leftOut) = (
            RegisterForm.Ids(form.PaidByPot),
            RegisterForm.Ids(form.PaidByOrganisation),
            RegisterForm.Ids(form.LeftOut)
        );
        var gave = sheet.People.Where(p => p.Side == RegisterSide.Gave).ToArray();
        var took = sheet.People.Where(p => p.Side == RegisterSide.TookPart && !leftOut.Contains(p.Who.Id.Value)).ToArray();
        var shares =
            form.Difference == Difference.Shared && took.Length > 0
                ? Share
                    .Split(new(gave.Sum(p => p.Minutes)), [.. took.Select(p => (p.Who.Id.Account, p.Minutes))])
                    .ToDictionary(s => s.Account, s => s.Minutes.Value)
                : took.ToDictionary(p => p.Who.Id.Account, p => p.Minutes);
        Part[] parts =
        [
            .. gave.Select(p => new Part(p, p.Minutes, PaidBy.Member)),
            .. took.Where(p => shares.ContainsKey(p.Who.Id.Account))
                .Select(p => new Part(
                    p,
                    shares[p.Who.Id.Account],
                    pot.Contains(p.Who.Id.Value) ? PaidBy.Pot
                        : organisation.Contains(p.Who.Id.Value) ? PaidBy.Organisation
                        : PaidBy.Member
                )),
        ];
        var over = parts.Sum(p => p.Person.Side == RegisterSide.Gave ? -p.Minutes : p.Minutes);
        long Paid(PaidBy by) => parts.Where(p => p.PaidBy == by).Sum(p => p.Minutes);
        var isPot = form.Difference == Difference.Pot;
        return new(parts, form.Difference, (isPot ? over : 0) - Paid(PaidBy.Pot), (isPot ? 0 : over) - Paid(PaidBy.Organisation));
    }

    /// <summary>The one entry of it all.</summary>
    public Entry ToEntry(AccountId pot, AccountId organisation, DateOnly day, string words)
    {
        var (rest, other) = Difference == Difference.Pot ? (pot, organisation) : (organisation, pot);
        var toOther = Difference == Difference.Pot ? ToOrganisation : ToPot;
        Share[] gave = [.. Parts.Where(p => p.Person.Side == RegisterSide.Gave).Select(ToShare)];
        Share[] received = [.. Parts.Where(p => p is { Person.Side: RegisterSide.TookPart, PaidBy: PaidBy.Member }).Select(ToShare)];
        return Entry.Group(gave, toOther == 0 ? received : [.. received, new(other, new(-toOther))], rest, day, words);
    }

    private static Share ToShare(Part part) => new(part.Person.Who.Id.Account, new(part.Minutes));

    private int Count(RegisterSide side) => Parts.Count(p => p.Person.Side == side);
}
