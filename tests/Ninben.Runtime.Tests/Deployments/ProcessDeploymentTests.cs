using System.Text;
using Ninben.Bpmn.Cases;
using Ninben.Feel;
using Ninben.Runtime.Deployments;

namespace Ninben.Runtime.Tests.Deployments;

/// <summary>Files with several processes.</summary>
public sealed class ProcessDeploymentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_process_of_a_file_has_versions_of_its_own_and_runs_by_them_after_a_restart()
    {
        using var folder = new TempFolder();
        await using (var runtime = await RuntimeUnderTest.Start(new RuntimeSetup { Folder = folder.Path }))
        {
            await runtime.Deploy(File("a", "b", "c"));
            await runtime.Deploy(File("b", "d"));
        }

        await using var again = await RuntimeUnderTest.Start(new RuntimeSetup { Folder = folder.Path });

        var deployed = again.Get<IDeployments>().List("process").Select(model => $"{model.Id}{model.Version}").Order(StringComparer.Ordinal);
        Assert.Equal(["a1", "b1", "b2", "c1", "d1"], deployed);
        foreach (var (process, version) in new[] { ("a", 1), ("b", 1), ("b", 2), ("c", 1), ("d", 1) })
        {
            Assert.Equal(process, again.Get<ICaseModels>().Process(process, version)!.Id);
            await again.Until(await again.Open(process, FeelContext.Empty, version: version), row => row.State == "completed");
        }
    }

    [Fact]
    public async Task A_file_with_more_than_a_hundred_processes_is_refused()
    {
        await using var runtime = await RuntimeUnderTest.Start();

        var deployment = await runtime.Get<IDeployments>().DeployProcess(File([.. Enumerable.Range(0, 101).Select(i => $"p{i}")]), "m.bpmn",
            RuntimeUnderTest.Client, Token);

        Assert.Null(deployment.Model);
        Assert.Equal("too-many-processes", Assert.Single(deployment.Diagnostics).Code);
    }

    private static ReadOnlyMemory<byte> File(params string[] processes) => Encoding.UTF8.GetBytes($"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="m" targetNamespace="t">
        {string.Concat(processes.Select(id => $"""
            <process id="{id}" isExecutable="true">
              <startEvent id="{id}-s"/><sequenceFlow id="{id}-f" sourceRef="{id}-s" targetRef="{id}-e"/><endEvent id="{id}-e"/>
            </process>
            """))}
        </definitions>
        """);
}
