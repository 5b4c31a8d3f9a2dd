using CoProduce.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Data;

public sealed partial class TenantDb
{
    public DbSet<IncomingText> IncomingTexts => Set<IncomingText>();
}
