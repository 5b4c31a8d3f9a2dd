namespace CoProduce.Web.Features.Kiosk;

/// <summary>Somebody who is not among the regulars, by the number on their card.</summary>
public sealed class KioskOtherForm
{
    public string? Who { get; set; }

    /// <summary>Which of the two buttons was pressed: "gave" or "received".</summary>
    public string? Way { get; set; }
}
