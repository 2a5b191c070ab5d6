using Ninben.Bpmn.Model;
using Ninben.Dmn;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Deployments;

namespace Ninben.Connectors.Tests.Folder;

/// <summary>Deployments that are only listed.</summary>
internal sealed class FixedDeployments(params (string Process, int Version)[] processes) : IDeployments
{
    public IReadOnlyList<DeployedModel> List(string kind) =>
        [.. processes.Select(process =>
            new DeployedModel("process", process.Process, process.Process, process.Version, "", DateTimeOffset.UnixEpoch, "test", null))];

    public Task<Deployment> DeployProcess(ReadOnlyMemory<byte> xml, string? source, Actor by, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Deployment> DeployDecisions(ReadOnlyMemory<byte> xml, string? source, Actor by, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Deployment> DeployCalibration(ReadOnlyMemory<byte> json, string? source, Actor by, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ReadOnlyMemory<byte>? Source(string kind, string id, int version) => null;

    public ProcessDefinition? Process(string id, int version) => null;

    public int? NewestVersion(string process) => null;

    public (DecisionDefinition Decision, PolicyRef Ref)? Decision(string id) => null;
}
