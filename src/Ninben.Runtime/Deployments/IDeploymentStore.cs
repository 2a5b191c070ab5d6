namespace Ninben.Runtime.Deployments;

/// <summary>Port: deployed models on stable storage.</summary>
public interface IDeploymentStore
{
    /// <summary>Everything that is deployed, oldest first; called once at start.</summary>
    IReadOnlyList<StoredModel> LoadAll();

    /// <summary>Stores one version; completes after it is on stable storage. Throws when the version exists already.</summary>
    Task Save(StoredModel model, CancellationToken cancellationToken);
}

/// <summary>A deployed version with its bytes.</summary>
public sealed record StoredModel(DeployedModel Model, ReadOnlyMemory<byte> Bytes);
