using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Ninben.Dmn;
using Ninben.Feel;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Proposals;
using Ninben.Server.Audit;
using Ninben.Server.Endpoints.Cases;
using Ninben.Server.Endpoints.Documents;
using Ninben.Server.Endpoints.Reviews;
using Ninben.Server.Endpoints.Session;
using Ninben.Server.Problems;

namespace Ninben.Server.Json;

/// <summary>Makes the API document say what really travels: words for enums, absent members for null, any JSON for FEEL values.</summary>
internal static class ApiDocument
{
    // Names that people who use the API know; the C# names say more than they need.
    private static readonly Dictionary<Type, string> s_names = new()
    {
        [typeof(DiagnosticRow)] = "Diagnostic",
        [typeof(DecisionTableView)] = "DecisionTable",
        [typeof(TableInputView)] = "TableInput",
        [typeof(TableOutputView)] = "TableOutput",
        [typeof(TableRuleView)] = "TableRule",
        [typeof(MatchedPolicyRule)] = "MatchedRule",
        [typeof(FrictionTier)] = "Tier",
        [typeof(EvidenceRegion)] = "Region",
        [typeof(SessionUser)] = "User",
        [typeof(GetSessionOptions.PersonaRow)] = "Persona",
        [typeof(CaseDetail.ActionRow)] = "CaseAction",
        [typeof(CaseDetail.IncidentRow)] = "CaseIncident",
        [typeof(ReviewDetail.VerdictRow)] = "GivenVerdict",
        [typeof(DocumentRow)] = "StoredDocument",
        [typeof(ChainState)] = "ChainCheck",
    };

    public static void Configure(OpenApiOptions options)
    {
        options.CreateSchemaReferenceId = type => IsAnyJson(type.Type) ? null
            : s_names.GetValueOrDefault(type.Type) ?? OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        options.AddSchemaTransformer(Schema);
        options.AddOperationTransformer(Operation);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Ninben",
                Version = "1",
                Description = "Human-in-the-loop automation: processes, decisions, reviews, and the facts that prove what happened. "
                    + "Errors are problem details (RFC 9457). A change in a browser session needs the header X-Ninben: 1; "
                    + "a program sends Authorization: Bearer nbk_...",
            };
            document.Servers = [];
            foreach (var schema in document.Components?.Schemas?.Values ?? []) DropNullChoices(schema);
            // The framework does not show us words that it first meets in a list.
            foreach (var schema in document.Components?.Schemas?.Values.OfType<OpenApiSchema>() ?? [])
                if (schema is { Enum.Count: > 0, Type: null }) schema.Type = JsonSchemaType.String;
            document.Components ??= new OpenApiComponents();
            NameWords(document, "CaseState", ["running", "waiting", "incident", "suspended", "completed", "terminated", "cancelled"], ("CaseRow", "state"),
                ("CaseDetail", "state"));
            NameWords(document, "ReviewListing", ["open", "mine", "atRisk", "done"]);
            if (document.Components.Schemas?.TryGetValue("ReviewRow", out var row) == true)
                row.Properties!["decidedAs"] = new OpenApiSchemaReference("VerdictKind", document);
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key, nbk_..." },
                ["session"] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.ApiKey,
                    In = ParameterLocation.Cookie,
                    Name = "ninben",
                    Description = "The session cookie."
                },
            };
            return Task.CompletedTask;
        });
    }

    private static bool IsAnyJson(Type type) => type == typeof(FeelValue) || type == typeof(FeelValue?) || type == typeof(FeelContext)
        || type == typeof(JsonObject) || type == typeof(JsonElement);

    private static Task Schema(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo;
        if (type.Type == typeof(FeelContext) || type.Type == typeof(JsonObject))
        {
            schema.Type = JsonSchemaType.Object;
            schema.AdditionalProperties = new OpenApiSchema { Description = "Any JSON value." };
            schema.AdditionalPropertiesAllowed = true;
            schema.Description = "Values by name.";
            return Task.CompletedTask;
        }

        if (IsAnyJson(type.Type))
        {
            schema.Type = null;
            schema.Description = "Any JSON value.";
            return Task.CompletedTask;
        }

        if (type.Type.IsEnum) schema.Type = JsonSchemaType.String;
        if (type.Kind == JsonTypeInfoKind.Object) Members(schema, type);
        return Task.CompletedTask;
    }

    // What may be null is left out when it is (ServerJson), so it is not required; everything else always stands there. Only the cursor of a page is null.
    private static void Members(OpenApiSchema schema, JsonTypeInfo type)
    {
        schema.Description ??= null;
        schema.Required = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in type.Properties)
        {
            if (schema.Properties is null || !schema.Properties.TryGetValue(property.Name, out var member)) continue;
            var isCursor = property.Name == "next" && type.Type.Name.StartsWith("Page", StringComparison.Ordinal);
            var nullable = property.IsGetNullable || Nullable.GetUnderlyingType(property.PropertyType) is not null;
            if (!nullable || isCursor) schema.Required.Add(property.Name);
            if (isCursor || member is not OpenApiSchema own) continue;
            if (own.Type is { } kinds) own.Type = kinds & ~JsonSchemaType.Null;
        }
    }

    // Views carry these words as plain strings; the API document names them.
    private static void NameWords(OpenApiDocument document, string name, string[] words, params (string Schema, string Member)[] places)
    {
        document.AddComponent(name, new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. words.Select(w => (JsonNode)w)] });
        foreach (var (schema, member) in places)
            if (document.Components?.Schemas?.TryGetValue(schema, out var found) == true) found.Properties![member] = new OpenApiSchemaReference(name,
                document);
    }

    // The framework adds "or null" to references after the schemas were transformed; a member that may be absent is never null here.
    private static void DropNullChoices(IOpenApiSchema schema)
    {
        foreach (var (name, member) in schema.Properties?.ToList() ?? [])
            if (schema.Required?.Contains(name) != true && member.OneOf?.OfType<OpenApiSchemaReference>().FirstOrDefault() is { } reference)
                schema.Properties![name] = reference;
    }

    private static Task Operation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAllowAnonymous>().Any()) return Task.CompletedTask;
        var rule = metadata.OfType<IAuthorizeData>().Select(a => a.Policy).OfType<string>().FirstOrDefault();
        if (rule is not null && Access.AccessRule.All.TryGetValue(rule, out var access))
            operation.Description = $"Roles: {string.Join(", ", access.Roles)}."
                + (access.Who == Access.AccessRule.Party.PersonOnly ? " A person only, never a key." : "");
        return Task.CompletedTask;
    }
}
