namespace Ninben.Server.Access;

/// <summary>Names of the claims of a signed-in party.</summary>
internal static class ClaimName
{
    public const string Id = "id";
    public const string Name = "name";
    public const string Role = "role";
    public const string Group = "group";

    /// <summary><c>person</c> or <c>key</c>.</summary>
    public const string Kind = "kind";
}
