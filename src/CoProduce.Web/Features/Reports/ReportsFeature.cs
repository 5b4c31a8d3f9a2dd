using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Ui;

namespace CoProduce.Web.Features.Reports;

/// <summary>Registers what the capability owns: figures for coordinators, trustees and funders.</summary>
public static class ReportsFeature
{
    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.AddScoped<ReportQuery>();
        services.AddMenu(
            new MenuEntry("Report", "report", MenuPlace.Figures, "chart", Audience.Trustee | Audience.Manager | Audience.Coordinator, 1)
        );
        return services;
    }

    public static void MapReports(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/{organisation}/report.csv", ReportCsv.AnswerAsync)
            .RequireAuthorization(new AllowRolesAttribute(Role.Trustee, Role.Manager, Role.Coordinator));
}
