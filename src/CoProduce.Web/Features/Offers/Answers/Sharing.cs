namespace CoProduce.Web.Features.Offers;

/// <summary>What of somebody may be told to the one they are introduced to, beside the first name. Told is only what both agreed to.</summary>
[Flags]
public enum Sharing : short
{
    Nothing = 0,
    Phone = 1,
    Email = 2,
}
