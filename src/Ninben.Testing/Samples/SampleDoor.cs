using Ninben.Runtime.Deployments;
using Ninben.Runtime.Documents;
using Ninben.Runtime.Execution;

namespace Ninben.Testing.Samples;

/// <summary>The ports through which samples are seeded.</summary>
public sealed record SampleDoor(IDeployments Deployments, IDocuments Documents, ICaseRunner Cases, TimeProvider Time);
