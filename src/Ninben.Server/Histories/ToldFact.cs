using Ninben.Oversight.Facts;
using Ninben.Runtime.Streams;

namespace Ninben.Server.Histories;

/// <summary>A stored fact and, when this version knows its type, the record.</summary>
internal sealed record ToldFact(StoredFact Stored, Fact? Fact);
