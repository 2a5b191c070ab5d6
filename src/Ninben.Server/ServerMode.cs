namespace Ninben.Server;

/// <summary>How much the server trusts its surroundings.</summary>
public enum ServerMode
{
    /// <summary>People sign in; the first person is made through the one-time link on the console.</summary>
    Production,

    /// <summary>Loopback only: personas may be entered without a password.</summary>
    Demo,
}
