using System.Text.Json;

namespace Ninben.Testing.Ledger;

/// <summary>One entry in the ledger's books.</summary>
/// <param name="Number">1, 2, 3 ...</param>
/// <param name="Receipt">What the sender gets back, e.g. <c>L-000001</c>.</param>
/// <param name="Book"><c>invoices</c>, <c>expenses</c> or <c>refunds</c>.</param>
/// <param name="Key">The sender's idempotency key.</param>
/// <param name="Body">Exactly what was sent.</param>
/// <param name="At">When it was recorded.</param>
public sealed record LedgerEntry(int Number, string Receipt, string Book, string Key, JsonElement Body, DateTimeOffset At);
