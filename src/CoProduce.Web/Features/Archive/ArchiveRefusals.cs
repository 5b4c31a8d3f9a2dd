using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Archive;

/// <summary>Says why an archive was not put back; null when it was.</summary>
public static class ArchiveRefusals
{
    public static string? Sentence(IStringLocalizer texts, RestoreOrganisation.Outcome outcome) =>
        outcome switch
        {
            RestoreOrganisation.Outcome.Restored => (string?)null,
            RestoreOrganisation.Outcome.NoFile => texts["Choose a file first."],
            RestoreOrganisation.Outcome.TooLarge => texts[
                "The file is too large to be sent here. At most {0} megabytes: ask whoever runs the program.",
                RestoreOrganisation.MostBytes / 1024 / 1024
            ],
            RestoreOrganisation.Outcome.NotAnArchive => texts["This is no archive that this program wrote, or it is damaged."],
            RestoreOrganisation.Outcome.OtherVersion => texts[
                "This archive was written by another version of the program. Bring both to the same version first."
            ],
            RestoreOrganisation.Outcome.NotEmpty => texts[
                "There is something here already. An archive can only be put back where there is nothing yet."
            ],
            RestoreOrganisation.Outcome.HasCrossed => texts[
                "Hours in this archive crossed to other organisations, and half of that history is kept there. It can only be put back from a backup of the whole program."
            ],
            RestoreOrganisation.Outcome.NotKept => texts["The ledger in this archive is not what it was. Nothing was put back."],
        };
}
