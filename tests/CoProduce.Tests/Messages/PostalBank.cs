using CoProduce.Tests.Support;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CoProduce.Tests.Messages;

/// <summary>A bank whose letters go to a mail server of the test's own.</summary>
public sealed class PostalBank(TestCluster cluster) : Bank(cluster)
{
    public MailCatcher Post { get; } = new();

    /// <summary>Does all that is due.</summary>
    public Task<int> DeliverAsync() => Services.GetRequiredService<OutboxRound>().RunAsync();

    /// <summary>Lets the program read an organisation's settings again.</summary>
    public void Forget(Place place) => Services.GetRequiredService<OrganisationDirectory>().Forget(place.Id);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Post.Dispose();
    }

    protected override void Configure(IWebHostBuilder builder)
    {
        base.Configure(builder);
        builder.UseSetting("Mail:Host", "127.0.0.1");
        builder.UseSetting("Mail:Port", Post.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        builder.UseSetting("Mail:Tls", "false");
        builder.UseSetting("Mail:From", "post@coproduce.example");
        builder.UseSetting("Site:Address", "https://time.example");
    }
}
