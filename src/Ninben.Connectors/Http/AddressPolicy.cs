namespace Ninben.Connectors.Http;

/// <summary>Which addresses a connection may reach.</summary>
public enum AddressPolicy
{
    /// <summary>Addresses of the public internet only.</summary>
    PublicOnly,

    /// <summary>Any address: the operator said so for this connection.</summary>
    AllowPrivate,
}
