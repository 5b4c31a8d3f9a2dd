# The web application as a container. The feed that an image build reaches is complete, so it takes the Blazor script of the SDK.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/CoProduce.Ledger/CoProduce.Ledger.csproj src/CoProduce.Ledger/
COPY src/CoProduce.EmbeddedPostgres/CoProduce.EmbeddedPostgres.csproj src/CoProduce.EmbeddedPostgres/
COPY src/CoProduce.Web/CoProduce.Web.csproj src/CoProduce.Web/BlazorScript.targets src/CoProduce.Web/
RUN dotnet restore src/CoProduce.Web -p:UseSdkBlazorScript=true
COPY src src
RUN dotnet publish src/CoProduce.Web --no-restore -c Release -o /app -p:UseSdkBlazorScript=true

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
ENV ASPNETCORE_HTTP_PORTS=8080
EXPOSE 8080
USER $APP_UID
# The image has no curl; bash speaks enough HTTP for this.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080; printf 'GET /health/ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3; head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["dotnet", "CoProduce.Web.dll"]
