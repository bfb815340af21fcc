using System.Net;
using System.Net.Sockets;
using ChatbotSante.Bot.Boundary;
using ChatbotSante.Bot.Boundary.Telemetry;
using ChatbotSante.Bot.Channels.Connector;
using ChatbotSante.Bot.Storage;
using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Hosting;

/// <summary>Every host that another section names must be inside: the databases, the cluster, the authority, the channels, the collector of traces.</summary>
internal sealed class InsideValidator(BoundaryMap map, IHostEnvironment environment)
    : IValidateOptions<StoreOptions>,
        IValidateOptions<Scaling.ClusterOptions>,
        IValidateOptions<ConnectorOptions>,
        IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, StoreOptions options) =>
        Result(WaysOut.Of(options).SelectMany(way => Check(way.Setting, way.Hosts)));

    public ValidateOptionsResult Validate(string? name, Scaling.ClusterOptions options) =>
        Result(
            WaysOut
                .Of(options)
                .SelectMany(way => Check(way.Setting, way.Hosts))
                .Concat(CheckNode(options))
        );

    public ValidateOptionsResult Validate(string? name, ConnectorOptions options)
    {
        var listens =
            options.Url.Length > 0 && (environment.IsDevelopment() || options.Authority.Length > 0);
        if (!listens)
        {
            return ValidateOptionsResult.Success;
        }

        // « * » is any port of this machine, which the section's own rules keep to Development.
        var channels = options
            .ServiceUrls.Where(url => !url.EndsWith(":*", StringComparison.Ordinal))
            .Select(url => ("Connector:ServiceUrls", url));
        return Result(
            channels
                .Append(("Connector:Authority", options.Authority))
                .Where(setting => setting.Item2.Length > 0)
                .Where(setting =>
                    !Uri.TryCreate(setting.Item2, UriKind.Absolute, out var url)
                    || !map.IsInside(url)
                )
                .Select(setting => NotInside(setting.Item1, setting.Item2))
        );
    }

    public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
        options.OtlpEndpoint.Length == 0
        || (
            Uri.TryCreate(options.OtlpEndpoint, UriKind.Absolute, out var collector)
            && map.IsInside(collector)
        )
            ? ValidateOptionsResult.Success
            : Result([NotInside("Telemetry:OtlpEndpoint", options.OtlpEndpoint)]);

    /// <summary>A node alone speaks with itself; one of several must be where the others may connect.</summary>
    private IEnumerable<string> CheckNode(Scaling.ClusterOptions options)
    {
        var isAlone =
            options.Redis.Length == 0
            && IPAddress.TryParse(options.Address, out var address)
            && IPAddress.IsLoopback(address);
        if (!isAlone && !map.IsInside(options.Address, options.SiloPort))
        {
            yield return NotInside("Cluster:Address", options.Address);
        }
    }

    private IEnumerable<string> Check(string setting, IReadOnlyList<EndPoint>? hosts)
    {
        if (hosts is null)
        {
            return
            [
                $"{setting} names no host, or its hosts cannot be read, or it goes through a proxy.",
            ];
        }

        return from host in hosts
            let at = host switch
            {
                DnsEndPoint dns => (dns.Host, dns.Port),
                IPEndPoint ip => (Host: ip.Address.ToString(), ip.Port),
                _ => default,
            }
            where host is not UnixDomainSocketEndPoint
            where !map.IsInside(at.Host, at.Port)
            select NotInside(setting, $"{at.Host}:{at.Port}");
    }

    private static string NotInside(string setting, string host) =>
        $"{setting} names {host}, which is not in Boundary:Inside.";

    private static ValidateOptionsResult Result(IEnumerable<string> failures) =>
        failures.ToArray() is { Length: > 0 } all
            ? ValidateOptionsResult.Fail(all)
            : ValidateOptionsResult.Success;
}
