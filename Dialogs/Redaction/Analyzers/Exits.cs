using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ChatbotSante.Redaction.Analyzers;

/// <summary>Where values leave: logs, exceptions, traces and metrics, addresses.</summary>
internal sealed class Exits(Compilation compilation)
{
    private static readonly HashSet<string> Telemetry = new(StringComparer.Ordinal)
    {
        "System.Diagnostics.Activity",
        "System.Diagnostics.ActivityEvent",
        "System.Diagnostics.ActivityLink",
        "System.Diagnostics.ActivitySource",
        "System.Diagnostics.ActivityTagsCollection",
        "System.Diagnostics.DiagnosticSource",
        "System.Diagnostics.TagList",
        "System.Diagnostics.Tracing.EventSource",
    };

    private static readonly HashSet<string> Addresses = new(StringComparer.Ordinal)
    {
        "Microsoft.AspNetCore.Components.NavigationManager",
        "Microsoft.AspNetCore.Http.Extensions.QueryBuilder",
        "Microsoft.AspNetCore.Http.Extensions.UriHelper",
        "Microsoft.AspNetCore.Http.PathString",
        "Microsoft.AspNetCore.Http.QueryString",
        "Microsoft.AspNetCore.Routing.LinkGenerator",
        "Microsoft.AspNetCore.Routing.LinkGeneratorEndpointNameAddressExtensions",
        "Microsoft.AspNetCore.Routing.LinkGeneratorRouteValuesAddressExtensions",
        "Microsoft.AspNetCore.WebUtilities.QueryHelpers",
        "System.Net.Http.Headers.HttpHeaders",
        "System.Net.Http.HttpRequestMessage",
        "System.Text.Encodings.Web.UrlEncoder",
        "System.Uri",
        "System.UriBuilder",
    };

    private readonly INamedTypeSymbol? _exception = compilation.GetTypeByMetadataName(
        "System.Exception"
    );

    private readonly INamedTypeSymbol? _logger = compilation.GetTypeByMetadataName(
        "Microsoft.Extensions.Logging.ILogger"
    );

    /// <summary>The exit that an operation is, or null.</summary>
    public Exit? Of(IOperation operation) =>
        operation switch
        {
            IInvocationOperation call => OfCall(call),
            IObjectCreationOperation { Type: INamedTypeSymbol type } made => OfCreation(made, type),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } set =>
                OfProperty(property, set.Value),
            IThrowOperation { Exception: { } thrown } => OfThrow(thrown),
            _ => null,
        };

    private Exit? OfCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType;
        var values = call.Arguments.Select(argument => argument.Value);
        if (IsLog(method))
        {
            return new Exit(Rules.Logged, values, isPrinted: false);
        }

        if (IsException(type))
        {
            return
                method.MethodKind == MethodKind.Constructor
                || type.Name == "ArgumentOutOfRangeException"
                ? new Exit(Rules.Thrown, values)
                : null;
        }

        if (
            call.Instance is IPropertyReferenceOperation { Property: { Name: "Data" } data }
            && IsException(data.ContainingType)
        )
        {
            return new Exit(Rules.Thrown, values);
        }

        if (IsTelemetry(type))
        {
            return new Exit(Rules.Measured, values);
        }

        if (Addresses.Contains(type.ToDisplayString()) || IsRedirect(method))
        {
            return new Exit(Rules.Addressed, values);
        }

        return
            type.ContainingNamespace?.ToDisplayString()
                is "System.Net.Http"
                    or "System.Net.Http.Json"
                    or "System.Net.WebSockets"
            ? new Exit(
                Rules.Addressed,
                call.Arguments.Where(argument => argument.Parameter?.Name is "requestUri" or "uri")
                    .Select(argument => argument.Value)
            )
            : null;
    }

    private Exit? OfCreation(IObjectCreationOperation made, INamedTypeSymbol type)
    {
        // What an initializer sets or adds is an exit of its own.
        var values = made.Arguments.Select(argument => argument.Value);
        if (IsException(type))
        {
            return new Exit(Rules.Thrown, values);
        }

        if (IsTelemetry(type) || IsTag(type))
        {
            return new Exit(Rules.Measured, values);
        }

        return Addresses.Contains(type.ToDisplayString())
            ? new Exit(Rules.Addressed, values)
            : null;
    }

    private Exit? OfProperty(IPropertyReferenceOperation property, IOperation value)
    {
        var type = property.Property.ContainingType;
        if (
            IsException(type)
            || property.Instance is IPropertyReferenceOperation { Property: { Name: "Data" } data }
                && IsException(data.ContainingType)
        )
        {
            return new Exit(Rules.Thrown, [value]);
        }

        if (IsTelemetry(type))
        {
            return new Exit(Rules.Measured, [value]);
        }

        return Addresses.Contains(type.ToDisplayString()) || property.Property.Name == "BaseAddress"
            ? new Exit(Rules.Addressed, [value])
            : null;
    }

    /// <summary><c>throw Refused(name)</c>: what makes the exception is handed what would be in it.</summary>
    private static Exit? OfThrow(IOperation thrown) =>
        (thrown is IConversionOperation conversion ? conversion.Operand : thrown)
            is IInvocationOperation call
            ? new Exit(Rules.Thrown, call.Arguments.Select(argument => argument.Value))
            : null;

    private bool IsLog(IMethodSymbol method) =>
        Is(method.ContainingType, _logger)
        || method.ContainingType.ToDisplayString()
            is "Microsoft.Extensions.Logging.LoggerExtensions"
                or "Microsoft.Extensions.Logging.LoggerMessage"
        || IsLogMessage(method)
        || (
            method.MethodKind == MethodKind.DelegateInvoke
            && method.Parameters.Any(parameter => Is(parameter.Type, _logger))
        );

    /// <summary>A method that the source generator writes.</summary>
    public static bool IsLogMessage(IMethodSymbol method) =>
        (method.PartialDefinitionPart ?? method)
            .GetAttributes()
            .Any(attribute => attribute.AttributeClass?.Name == "LoggerMessageAttribute");

    private bool IsException(ITypeSymbol? type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, _exception))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(ITypeSymbol type, INamedTypeSymbol? contract) =>
        contract is not null
        && (
            SymbolEqualityComparer.Default.Equals(type, contract)
            || type.AllInterfaces.Contains(contract, SymbolEqualityComparer.Default)
        );

    private static bool IsTelemetry(INamedTypeSymbol type) =>
        Telemetry.Contains(type.ToDisplayString())
        || type.ContainingNamespace?.ToDisplayString() is { } space
            && (
                space == "System.Diagnostics.Metrics"
                || space == "OpenTelemetry"
                || space.StartsWith("OpenTelemetry.", StringComparison.Ordinal)
            );

    /// <summary>A name with an object: how tags and log scopes are written.</summary>
    private static bool IsTag(INamedTypeSymbol type) =>
        type is { Name: "KeyValuePair", TypeArguments.Length: 2 }
        && type.TypeArguments[0].SpecialType == SpecialType.System_String
        && type.TypeArguments[1].SpecialType == SpecialType.System_Object;

    private static bool IsRedirect(IMethodSymbol method) =>
        method.ContainingType.Name
            is "Results"
                or "TypedResults"
                or "HttpResponse"
                or "WebUtility"
                or "HttpUtility"
        && (
            method.Name.Contains("Redirect")
            || method.Name.StartsWith("UrlEncode", StringComparison.Ordinal)
            || method.Name.StartsWith("Created", StringComparison.Ordinal)
            || method.Name.StartsWith("Accepted", StringComparison.Ordinal)
        );
}
