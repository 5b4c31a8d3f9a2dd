using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Calls;

/// <summary>Somebody whom the program asks a coordinator to ring.</summary>
/// <param name="UpTo">When the newest thing that they are to be told was written.</param>
public sealed record PersonToRing(MemberId Member, string Name, DateTimeOffset UpTo);
