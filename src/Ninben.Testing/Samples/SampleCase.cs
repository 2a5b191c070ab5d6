using System.Collections.Immutable;
using Ninben.Feel;

namespace Ninben.Testing.Samples;

/// <summary>One case to open, with what is expected of it.</summary>
/// <param name="Process">Process id.</param>
/// <param name="BusinessKey">Unique within the sample.</param>
/// <param name="Variables">Given values; document hashes are added when the documents are stored.</param>
/// <param name="Documents">Documents by the variable that gets their hash.</param>
/// <param name="TextDocuments">The same as plain text, for machines without OCR; empty when there are none.</param>
/// <param name="Expected">What must come of it.</param>
public sealed record SampleCase(string Process, string BusinessKey, FeelContext Variables, ImmutableDictionary<string, SampleFile> Documents,
    ImmutableDictionary<string, SampleFile> TextDocuments, ExpectedCase Expected);

/// <summary>A document of a sample.</summary>
public sealed record SampleFile(string Name, string MediaType, ReadOnlyMemory<byte> Bytes);

/// <summary>What must come of a case.</summary>
/// <param name="Element">The gated element.</param>
/// <param name="Outcome"><c>pass</c>, <c>hold</c> or <c>block</c>.</param>
/// <param name="Reasons">Codes that must be among the gate's reasons.</param>
/// <param name="Verdict">The scripted verdict when it is held; null otherwise.</param>
/// <param name="Task">The scripted verdict on a user task that follows; null when none does.</param>
/// <param name="End">Id of the end event that is reached.</param>
/// <param name="Ledger">The entries that the ledger then has, in any order.</param>
public sealed record ExpectedCase(string Element, string Outcome, ImmutableArray<string> Reasons, ScriptedVerdict? Verdict, ScriptedVerdict? Task,
    string End, ImmutableArray<ExpectedEntry> Ledger)
{
    /// <summary>What else people do and what arrives, after the two verdicts, in this order.</summary>
    public ImmutableArray<ScriptedStep> Then { get; init; } = [];
}

/// <summary>One further step of a script: a verdict, or a message that arrives. Exactly one is given.</summary>
public sealed record ScriptedStep(ScriptedVerdict? Verdict, ScriptedMessage? Message);

/// <summary>A message that arrives from outside.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Key">Its correlation key.</param>
/// <param name="Payload">What it carries.</param>
public sealed record ScriptedMessage(string Name, string Key, FeelValue Payload);

/// <summary>A verdict that the demonstration and the tests give.</summary>
/// <param name="By">The group of the person who gives it.</param>
/// <param name="Kind"><c>approve</c>, <c>amend</c>, <c>reject</c> or <c>return</c>.</param>
/// <param name="Reasons">Codes of the element's reasons.</param>
/// <param name="Note">Typed text, or null.</param>
/// <param name="Changes">For amend: new values by field.</param>
public sealed record ScriptedVerdict(string By, string Kind, ImmutableArray<string> Reasons, string? Note, FeelContext Changes);

/// <summary>A ledger entry: the book, and values that its body must hold (it may hold more).</summary>
public sealed record ExpectedEntry(string Book, FeelContext Body);
