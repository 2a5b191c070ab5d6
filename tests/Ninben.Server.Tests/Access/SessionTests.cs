using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Ninben.Runtime.Accounts;
using Ninben.Server.Access;

namespace Ninben.Server.Tests.Access;

public sealed class SessionTests(RunningServer server)
{
    private static readonly CancellationToken s_none = CancellationToken.None;

    [Fact]
    public async Task A_cookie_is_worth_nothing_after_signing_out()
    {
        using var client = await server.SignInAs("Test auditor");
        using var session = await client.GetAsync(new Uri("/api/session", UriKind.Relative), s_none);
        Assert.Equal(HttpStatusCode.OK, session.StatusCode);
        using var thief = server.NewClient();
        thief.DefaultRequestHeaders.Add("Cookie", "ninben=" + await CookieOf("Test auditor"));
        using var works = await thief.GetAsync(new Uri("/api/session", UriKind.Relative), s_none);
        Assert.Equal(HttpStatusCode.OK, works.StatusCode);

        using var signedOut = await thief.DeleteAsync(new Uri("/api/session", UriKind.Relative), s_none);

        Assert.Equal(HttpStatusCode.NoContent, signedOut.StatusCode);
        using var after = await thief.GetAsync(new Uri("/api/session", UriKind.Relative), s_none);
        await RunningServer.Problem(after, 401);
    }

    [Fact]
    public async Task A_session_reference_brought_along_is_not_used_for_the_new_session()
    {
        using var client = server.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post,
            "/api/session")
        { Content = JsonContent.Create(new { name = "Test owner", password = RunningServer.Password }) };
        request.Headers.Add("Cookie", "ninben=fixed-by-somebody-else");

        using var answer = await client.SendAsync(request, s_none);

        var cookie = answer.Headers.GetValues("Set-Cookie").Last();
        Assert.DoesNotContain("fixed-by-somebody-else", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_a_name_whether_it_exists_or_not()
    {
        var person = new PersonAccount("id-locked", "Lock Me", null, [Role.Auditor], [], false, DateTimeOffset.UnixEpoch);
        await server.App.Services.GetRequiredService<IPeople>().Add(SignIn.WithPassword(person, RunningServer.Password), null, s_none);
        foreach (var name in new[] { "Lock Me", "Nobody At All" })
        {
            for (var i = 0; i < 5; i++)
            {
                using var wrong = await server.Anonymous.PostAsJsonAsync("/api/session", new { name, password = "wrong password " + i }, s_none);
                Assert.Equal("wrong-password", (string)(await RunningServer.Problem(wrong, 401))["code"]!);
            }

            using var answer = await server.Anonymous.PostAsJsonAsync("/api/session", new { name, password = RunningServer.Password }, s_none);

            Assert.Equal("locked", (string)(await RunningServer.Problem(answer, 429))["code"]!);
        }
    }

    [Fact]
    public async Task Disabling_a_person_ends_their_sessions_with_the_next_request()
    {
        var people = server.App.Services.GetRequiredService<IPeople>();
        var person = SignIn.WithPassword(new PersonAccount("id-leaver", "A Leaver", null, [Role.Auditor], [], false, DateTimeOffset.UnixEpoch),
            RunningServer.Password);
        await people.Add(person, null, s_none);
        using var client = await server.SignInAs("A Leaver");

        await RunningServer.Send(server.Admin, HttpMethod.Put, "/api/people/id-leaver", """{"disabled":true}""");

        using var answer = await client.GetAsync(new Uri("/api/session", UriKind.Relative), s_none);
        await RunningServer.Problem(answer, 401);
    }

    [Fact]
    public async Task A_revoked_key_is_refused_at_once_and_only_its_hash_is_kept()
    {
        var made = await RunningServer.Send(server.Admin, HttpMethod.Post, "/api/keys", """{"name":"short-lived","roles":["auditor"]}""");
        using var client = server.NewClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", (string)made["key"]!);
        await RunningServer.Send(client, HttpMethod.Get, "/api/cases");

        using var revoked = await RunningServer.Try(server.Admin, HttpMethod.Delete, $"/api/keys/{made["id"]}");

        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        using var answer = await RunningServer.Try(client, HttpMethod.Get, "/api/cases");
        await RunningServer.Problem(answer, 401);
        var list = await RunningServer.Send(server.Admin, HttpMethod.Get, "/api/keys");
        Assert.DoesNotContain((string)made["key"]!, list.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_admin_cannot_be_disabled()
    {
        using var answer = await RunningServer.Try(server.Admin, HttpMethod.Put, "/api/people/id-admin", """{"disabled":true}""");

        Assert.Equal("last-admin", (string)(await RunningServer.Problem(answer, 409))["code"]!);
    }

    [Fact]
    public async Task Personas_do_not_exist_outside_of_a_demo()
    {
        using var answer = await RunningServer.Try(server.Anonymous, HttpMethod.Post, "/api/session/persona", """{"id":"ada"}""");

        await RunningServer.Problem(answer, 404);
    }

    [Fact]
    public void A_demo_listens_on_loopback_only() => Assert.Throws<ArgumentException>(() => NinbenServer.Create(new ServerOptions
    {
        DataFolder = Path.GetTempPath(),
        Urls = ["http://0.0.0.0:0"],
        Mode = ServerMode.Demo,
    }));

    private async Task<string> CookieOf(string name)
    {
        using var client = server.NewClient();
        using var answer = await client.PostAsJsonAsync("/api/session", new { name, password = RunningServer.Password }, s_none);
        return answer.Headers.GetValues("Set-Cookie").Last().Split(';')[0]["ninben=".Length..];
    }
}
