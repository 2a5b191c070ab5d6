using System.Collections.Immutable;

namespace Ninben.Testing.Samples;

/// <summary>One folder of samples/, read: models, cases to open and what must come of them. The format is described in samples/README.md.</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Process">process.bpmn.</param>
/// <param name="Decisions">decisions.dmn.</param>
/// <param name="Calibration">calibration.json, or null when the sample has none.</param>
/// <param name="Cases">In the order of cases.json.</param>
/// <param name="NeedsCalibration">True when the expectations hold only with the calibration deployed; without it everything is held as
/// <c>not-measured</c>.</param>
public sealed record Sample(string Name, ReadOnlyMemory<byte> Process, ReadOnlyMemory<byte> Decisions, ReadOnlyMemory<byte>? Calibration,
    ImmutableArray<SampleCase> Cases, bool NeedsCalibration);
