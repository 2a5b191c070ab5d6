using System.Collections.Immutable;
using Ninben.Bpmn.Cases;
using Ninben.Feel;
using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Deployments;

/// <summary>
/// Deployed, immutable, versioned models: BPMN processes, DMN models, calibrations. Also answers the core's look-ups from memory.
/// Deploying bytes that equal the newest version returns that version and writes nothing.
/// </summary>
public interface IDeployments : ICaseModels
{
    /// <summary>Reads, checks and stores a BPMN model. With an Error diagnostic nothing is stored.</summary>
    Task<Deployment> DeployProcess(ReadOnlyMemory<byte> xml, string? source, Actor by, CancellationToken cancellationToken);

    /// <summary>Reads, checks and stores a DMN model; each of its decisions gets the model's version.</summary>
    Task<Deployment> DeployDecisions(ReadOnlyMemory<byte> xml, string? source, Actor by, CancellationToken cancellationToken);

    /// <summary>Stores a calibration (JSON, see docs/calibration.md) for one process element.</summary>
    Task<Deployment> DeployCalibration(ReadOnlyMemory<byte> json, string? source, Actor by, CancellationToken cancellationToken);

    /// <summary>All versions, newest first, of one kind: <c>process</c>, <c>decisions</c> or <c>calibration</c>.</summary>
    IReadOnlyList<DeployedModel> List(string kind);

    /// <summary>The bytes as deployed, or null.</summary>
    ReadOnlyMemory<byte>? Source(string kind, string id, int version);
}

/// <summary>What came of a deployment: the model (null when refused) and every diagnostic.</summary>
public sealed record Deployment(DeployedModel? Model, ImmutableArray<Diagnostic> Diagnostics, bool IsNew);

/// <summary>One deployed version.</summary>
public sealed record DeployedModel(string Kind, string Id, string Name, int Version, string Hash, DateTimeOffset DeployedAt, string DeployedBy, string? Source);
