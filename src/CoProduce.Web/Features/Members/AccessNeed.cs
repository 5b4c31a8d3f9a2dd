namespace CoProduce.Web.Features.Members;

/// <summary>What helps somebody to take part, to be ticked. Sensitive: shown behind <see cref="ContactDoor"/> only.</summary>
[Flags]
public enum AccessNeed
{
    None = 0,
    LargePrint = 1,
    HearingLoop = 2,
    StepFree = 4,
    SignLanguage = 8,
    Interpreter = 16,
    ReadsWithHelp = 32,
    LipReads = 64,
    PlainWords = 128,
    QuietPlace = 256,
    Wheelchair = 512,
    SomebodyWithThem = 1024,
    MoreTime = 2048,
}
