using System.Security.Cryptography;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Feel;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Execution;

namespace Ninben.Testing.Samples;

/// <summary>Deploys a sample and opens its cases. Doing it again changes nothing: deployments compare bytes, cases have keys.</summary>
public static class SampleSeed
{
    private static readonly Actor Seeder = new(ActorKind.System, "samples", "Samples");

    /// <summary>Deploys decisions, process and calibration; throws <see cref="InvalidOperationException"/> with the diagnostics of a refused model.</summary>
    public static async Task Deploy(Sample sample, SampleDoor door, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(door);
        // Decisions first: a process is never without the policy that its gates name.
        Accept(sample, await door.Deployments.DeployDecisions(sample.Decisions, $"samples/{sample.Name}/decisions.dmn", Seeder, cancellationToken));
        Accept(sample, await door.Deployments.DeployProcess(sample.Process, $"samples/{sample.Name}/process.bpmn", Seeder, cancellationToken));
        if (sample.Calibration is { } calibration)
            Accept(sample, await door.Deployments.DeployCalibration(calibration, $"samples/{sample.Name}/calibration.json", Seeder, cancellationToken));
    }

    /// <summary>Stores the case's documents and opens it; <paramref name="form"/> says whether pictures or texts are stored.</summary>
    public static async Task<CaseAnswer> Open(SampleCase item, SampleForm form, SampleDoor door, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(door);
        var variables = item.Variables;
        foreach (var (variable, file) in form == SampleForm.Text ? item.TextDocuments : item.Documents)
        {
            var stored = await door.Documents.Add(file.Bytes, file.MediaType, 1, file.Name, cancellationToken);
            variables = variables.With(variable, FeelValue.From(stored.Hash));
        }

        var version = door.Deployments.List("process").Where(model => model.Id == item.Process).Max(model => model.Version);
        var id = new CaseId(Guid.CreateVersion7(door.Time.GetUtcNow()).ToString("N"));
        var body = Convert.ToHexStringLower(SHA256.HashData(FeelJson.ToCanonicalUtf8(FeelValue.From(variables))));
        return await door.Cases.Execute(id, new OpenCase(id, item.Process, version, item.BusinessKey, variables), Seeder,
            new CommandKey($"sample-{item.Process}-{item.BusinessKey}", body), cancellationToken);
    }

    private static void Accept(Sample sample, Deployment deployment)
    {
        if (deployment.Model is null)
            throw new InvalidOperationException(
                $"The sample {sample.Name} was refused: {string.Join("; ", deployment.Diagnostics.Select(diagnostic => diagnostic.Message))}");
    }
}
