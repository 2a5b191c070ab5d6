using Ninben.Runtime.Accounts;

namespace Ninben.Server.Endpoints.Session;

/// <summary>Who is signed in here.</summary>
internal sealed record Session(SessionUser User, bool Demo)
{
    public static Session Of(PersonAccount person, ServerMode mode) =>
        new(new SessionUser(person.Id, person.Name, person.Roles, person.Groups), mode == ServerMode.Demo);
}
