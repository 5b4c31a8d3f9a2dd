using CoProduce.Web.Data.Demo;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.AgreedHours;
using CoProduce.Web.Features.Archive;
using CoProduce.Web.Features.Calls;
using CoProduce.Web.Features.Cards;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Circles;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Doubles;
using CoProduce.Web.Features.Drafts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Holds;
using CoProduce.Web.Features.Home;
using CoProduce.Web.Features.Imports;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Kiosk;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.MemberLists;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Moving;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Features.Photos;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Features.Relations;
using CoProduce.Web.Features.Reports;
using CoProduce.Web.Features.Retention;
using CoProduce.Web.Features.Signposting;
using CoProduce.Web.Features.Skills;
using CoProduce.Web.Features.Slips;
using CoProduce.Web.Features.Talk;
using CoProduce.Web.Features.WhomWeReach;
using CoProduce.Web.Hosting;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;

var builder = WebApplication.CreateBuilder(args);
builder.AddLogging();

await using var database = await DatabaseStart.RunAsync(builder.Configuration, StartProgress.ToConsole);

builder.Services.AddHosting();
builder.Services.AddTenancy(database.Application, database.Platform);
builder.Services.AddUi(builder.Configuration);
builder.Services.AddAccounts();
builder.Services.AddOrganisations();
builder.Services.AddMembers().AddJoining().AddMemberLists().AddDoubles().AddPrivacy().AddRetention().AddCare().AddMoving().AddRelations();
builder.Services.AddCircles().AddCards().AddKiosk().AddPhotos().AddSignposting().AddAgreedHours();
builder.Services.AddSkills();
builder.Services.AddExchanges();
builder.Services.AddDiary();
builder.Services.AddActivities();
builder.Services.AddReports().AddReach();
builder.Services.AddOffers();
builder.Services.AddLedger();
builder.Services.AddHolds();
builder.Services.AddHome();
builder.Services.AddMatching().AddCalls().AddDrafts().AddSlips().AddTalk().AddPeers();
builder.Services.AddMessages();
builder.Services.AddImports().AddArchive();
builder.AddDemo(database.IsPrivate, args);

var app = builder.Build();
app.UseHosting();
app.MapHosting();
app.MapOrganisations();
app.MapReports();
app.MapExchanges();
app.MapLedger();
app.MapArchive();
app.MapMatching();
app.MapDrafts();
app.MapOffers();
app.MapDiary();
app.MapMessages();
app.MapMemberLists();
app.MapPrivacy();
app.MapPhotos();
app.MapSlips();
app.MapKiosk();

if (await app.Services.VerifyAsync(args, Console.Out) is { } verdict)
    return verdict;

await app.LoadDemoAsync();
await app.RunAsync();
return 0;

/// <summary>The program, named for the tests' host.</summary>
public partial class Program;
