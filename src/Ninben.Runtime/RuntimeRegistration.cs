using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Ninben.Bpmn.Cases;
using Ninben.Runtime.Audit;
using Ninben.Runtime.Calls;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Jobs;
using Ninben.Runtime.Messages;
using Ninben.Runtime.Operations;
using Ninben.Runtime.Starts;
using Ninben.Runtime.Timers;

namespace Ninben.Runtime;

/// <summary>Registers the runtime. A store must be registered too; connectors are whatever <see cref="IConnector"/> finds.</summary>
public static class RuntimeRegistration
{
    /// <summary>Case runner, deployments and all workers.</summary>
    public static IServiceCollection AddNinbenRuntime(this IServiceCollection services, RuntimeOptions? options = null)
    {
        services.AddNinbenEngine(options);
        services.AddHostedService<JobWorker>();
        services.AddHostedService<ActionWorker>();
        services.AddHostedService<TimerWorker>();
        services.AddHostedService<DeliveryWorker>();
        services.AddHostedService<KeptMessageWorker>();
        services.AddHostedService<CallWorker>();
        services.AddHostedService<StartWorker>();
        services.AddHostedService<OperationWorker>();
        return services;
    }

    /// <summary>The same without workers: for tools that only look, and for a node that only serves requests.</summary>
    public static IServiceCollection AddNinbenEngine(this IServiceCollection services, RuntimeOptions? options = null)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(options ?? new RuntimeOptions());
        services.TryAddSingleton<Deployments.Deployments>();
        services.TryAddSingleton<IDeployments>(provider => provider.GetRequiredService<Deployments.Deployments>());
        services.TryAddSingleton<ICaseModels>(provider => provider.GetRequiredService<Deployments.Deployments>());
        services.TryAddSingleton<ICalibrations>(provider => provider.GetRequiredService<Deployments.Deployments>());
        services.TryAddSingleton<Connectors>();
        services.TryAddSingleton<ImmediateWork>();
        services.TryAddSingleton<CaseRunner>();
        services.TryAddSingleton<ICaseRunner>(provider => provider.GetRequiredService<CaseRunner>());
        services.TryAddSingleton<ICaseReader>(provider => provider.GetRequiredService<CaseRunner>());
        services.TryAddSingleton<Messenger>();
        services.TryAddSingleton<IMessenger>(provider => provider.GetRequiredService<Messenger>());
        services.TryAddSingleton<ChainVerifier>();
        services.TryAddSingleton<CaseExport>();
        return services;
    }
}
