using CoProduce.Web.Features.Kiosk;
using CoProduce.Web.Features.WhomWeReach;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Data;

public sealed partial class TenantDb
{
    public DbSet<KioskScreen> KioskScreens => Set<KioskScreen>();
    public DbSet<KioskPin> KioskPins => Set<KioskPin>();
    public DbSet<KioskVisit> KioskVisits => Set<KioskVisit>();
    public DbSet<KioskTry> KioskTries => Set<KioskTry>();
    public DbSet<ReachAnswer> ReachAnswers => Set<ReachAnswer>();
    public DbSet<ReachSettings> ReachSettings => Set<ReachSettings>();
}
