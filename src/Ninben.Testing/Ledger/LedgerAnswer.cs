namespace Ninben.Testing.Ledger;

/// <summary>What came of a posting.</summary>
internal enum LedgerAnswer
{
    /// <summary>A new entry.</summary>
    Recorded,

    /// <summary>The same key with the same body: the entry of the first time.</summary>
    Repeated,

    /// <summary>The same key with another body: refused.</summary>
    KeyReused,
}
