using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Ninben.Bpmn;
using Ninben.Bpmn.Model;
using Ninben.Dmn;
using Ninben.Feel;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Jobs;

namespace Ninben.Runtime.Deployments;

/// <summary>
/// Everything that is deployed, compiled once and kept in memory; look-ups during decide never touch the store. Several nodes over one store
/// would need to hear of each other's deployments; the embedded store has one node.
/// </summary>
internal sealed class Deployments : IDeployments, ICalibrations, IDisposable
{
    private const string ProcessKind = "process";
    private const string DecisionsKind = "decisions";
    private const string CalibrationKind = "calibration";

    private readonly IDeploymentStore store;
    private readonly IWorkQueue queue;
    private readonly TimeProvider time;
    private readonly SemaphoreSlim deploying = new(1, 1);
    private readonly ConcurrentDictionary<(string Id, int Version), ProcessDefinition> processes = new();
    private readonly ConcurrentDictionary<string, (DecisionDefinition Decision, PolicyRef Ref)> decisions = new();
    private readonly ConcurrentDictionary<(string Process, string Element), (CalibrationTable Table, string Reference)> calibrations = new();
    private ImmutableList<StoredModel> models = [];

    public Deployments(IDeploymentStore store, IWorkQueue queue, TimeProvider time)
    {
        this.store = store;
        this.queue = queue;
        this.time = time;
        (string Hash, ImmutableArray<ProcessDefinition> Processes) read = ("", []);
        foreach (var model in store.LoadAll())
        {
            // The processes of one file stand side by side, each with the whole file.
            if (model.Model.Kind == ProcessKind && model.Model.Hash != read.Hash)
                read = (model.Model.Hash, BpmnReader.Read(model.Bytes, model.Model.Source).Processes);
            Take(model, read.Processes);
        }
    }

    public ProcessDefinition? Process(string id, int version) => processes.GetValueOrDefault((id, version));

    public int? NewestVersion(string process) =>
        models.FindLast(model => model.Model.Kind == ProcessKind && model.Model.Id == process)?.Model.Version;

    public (DecisionDefinition Decision, PolicyRef Ref)? Decision(string id) => decisions.TryGetValue(id, out var found) ? found : null;

    public Proposal Apply(string process, string element, Proposal proposal) => calibrations.TryGetValue((process, element), out var found)
        ? found.Table.Apply(proposal, found.Reference)
        : CalibrationTable.WithoutCalibration(proposal);

    public async Task<Deployment> DeployProcess(ReadOnlyMemory<byte> xml, string? source, Actor by, CancellationToken cancellationToken)
    {
        var reading = BpmnReader.Read(xml, source);
        if (reading.Processes.IsEmpty) return new Deployment(null, reading.Diagnostics, IsNew: false);
        // Gates that are deployed later are looked at then.
        var gates = reading.Processes.SelectMany(process => process.Gates).Distinct(StringComparer.Ordinal)
            .Select(gate => decisions.GetValueOrDefault(gate).Decision).OfType<DecisionDefinition>();
        var diagnostics = reading.Diagnostics.AddRange(gates.SelectMany(gate => GatePolicyCheck.Of(gate)));
        // The first process answers for the file; the others of it are deployed from the same bytes, each with versions of its own.
        Deployment? first = null;
        foreach (var process in reading.Processes)
        {
            var candidate = new Candidate(ProcessKind, process.Id, process.Name, xml, source) { Processes = reading.Processes };
            var deployed = await Deploy(candidate, by, diagnostics, cancellationToken);
            first ??= deployed;
        }

        return first!;
    }

    public Task<Deployment> DeployDecisions(ReadOnlyMemory<byte> xml, string? source, Actor by, CancellationToken cancellationToken)
    {
        var reading = DmnReader.Read(xml, source);
        if (reading.Model is not { } model) return Task.FromResult(new Deployment(null, reading.Diagnostics, IsNew: false));
        var diagnostics = reading.Diagnostics.AddRange(ModelAnalysis.Of(model))
            .AddRange(GatePolicyCheck.Of(model, processes.Values.SelectMany(process => process.Gates).ToHashSet(StringComparer.Ordinal)));
        var id = model.Id.Length > 0 ? model.Id : "decisions";
        return Deploy(new Candidate(DecisionsKind, id, model.Name.Length > 0 ? model.Name : id, xml, source), by, diagnostics, cancellationToken);
    }

    public Task<Deployment> DeployCalibration(ReadOnlyMemory<byte> json, string? source, Actor by, CancellationToken cancellationToken)
    {
        var (table, diagnostics) = CalibrationTable.Read(json, source);
        if (table is null) return Task.FromResult(new Deployment(null, diagnostics, IsNew: false));
        var id = $"{table.Process}/{table.Element}";
        return Deploy(new Candidate(CalibrationKind, id, id, json, source), by, diagnostics, cancellationToken);
    }

    public IReadOnlyList<DeployedModel> List(string kind) =>
        [.. models.Where(model => model.Model.Kind == kind).Select(model => model.Model).Reverse()];

    public ReadOnlyMemory<byte>? Source(string kind, string id, int version) =>
        models.Find(model => model.Model.Kind == kind && model.Model.Id == id && model.Model.Version == version)?.Bytes;

    public void Dispose() => deploying.Dispose();

    private async Task<Deployment> Deploy(Candidate candidate, Actor by, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)) return new Deployment(null, diagnostics, IsNew: false);
        var hash = Convert.ToHexStringLower(SHA256.HashData(candidate.Bytes.Span));
        await deploying.WaitAsync(cancellationToken);
        try
        {
            var newest = models.FindLast(model => model.Model.Kind == candidate.Kind && model.Model.Id == candidate.Id)?.Model;
            if (newest?.Hash == hash) return new Deployment(newest, diagnostics, IsNew: false);
            var model = new DeployedModel(candidate.Kind, candidate.Id, candidate.Name, (newest?.Version ?? 0) + 1, hash,
                DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()), by.Name, candidate.Source);
            var stored = new StoredModel(model, candidate.Bytes.ToArray());
            await store.Save(stored, cancellationToken);
            Take(stored, candidate.Processes);
            // It may begin with a timer.
            if (candidate.Kind == ProcessKind) queue.Wake(WorkKind.Start);
            return new Deployment(model, diagnostics, IsNew: true);
        }
        finally
        {
            deploying.Release();
        }
    }

    /// <summary>
    /// Compiles a stored model into the look-ups. What was deployed once compiles for ever by intent; should a newer Ninben refuse it
    /// after all, it stays listed and its cases answer that the process is not deployed.
    /// </summary>
    /// <param name="stored">The model.</param>
    /// <param name="read">The processes of its file, when it is one of processes: a file with many is read once and not for each.</param>
    private void Take(StoredModel stored, ImmutableArray<ProcessDefinition> read)
    {
        models = models.Add(stored);
        var model = stored.Model;
        switch (model.Kind)
        {
            case ProcessKind:
                foreach (var process in read)
                    if (process.Id == model.Id) processes[(model.Id, model.Version)] = process;
                break;
            case DecisionsKind when DmnReader.Read(stored.Bytes, model.Source).Model is { } decisionModel:
                foreach (var decision in decisionModel.Decisions)
                    decisions[decision.Id] = (decision, new PolicyRef(decision.Id, model.Version, model.Hash));
                break;
            case CalibrationKind when CalibrationTable.Read(stored.Bytes, model.Source).Table is { } table:
                calibrations[(table.Process, table.Element)] =
                    (table, string.Create(CultureInfo.InvariantCulture, $"{model.Id}@{model.Version}"));
                break;
        }
    }

    private sealed record Candidate(string Kind, string Id, string Name, ReadOnlyMemory<byte> Bytes, string? Source)
    {
        public ImmutableArray<ProcessDefinition> Processes { get; init; } = [];
    }
}
