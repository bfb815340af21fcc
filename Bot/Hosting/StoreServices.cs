using ChatbotSante.Bot.Boundary;
using ChatbotSante.Bot.Clinics;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Bot.Sealing;
using ChatbotSante.Bot.Storage;
using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Care.Identity;
using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Hosting;

/// <summary>What serving and commands share: options, the clinic, its clock, keys, the store.</summary>
internal static class StoreServices
{
    /// <summary>Name of the audit chain of commands run beside the server.</summary>
    private const string CommandChain = "command";

    /// <param name="services">The services.</param>
    /// <param name="isServing">True for the server, which makes the master key at its first start in Development.</param>
    public static IServiceCollection AddStore(this IServiceCollection services, bool isServing)
    {
        services.AddSection<DataOptions>("Data");
        services.AddSection<ClinicOptions>("Clinic");
        services
            .AddSection<ClockOptions>("Clock")
            .Services.AddSingleton<IValidateOptions<ClockOptions>, ClockOptionsValidator>();
        services
            .AddSection<StoreOptions>("Store")
            .Services.AddSingleton<IValidateOptions<StoreOptions>, StoreOptionsValidator>()
            .AddSingleton<IValidateOptions<StoreOptions>, InsideValidator>();
        services
            .AddSection<BoundaryOptions>("Boundary")
            .Services.AddSingleton<IValidateOptions<BoundaryOptions>, BoundaryOptionsValidator>()
            .AddWaysOut();
        services.AddSection<SealingOptions>("Sealing");
        services.AddSection<UnderstandingOptions>("Understanding");

        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider =>
            ClinicClock.StartingAt(
                provider.GetRequiredService<IOptions<ClockOptions>>().Value.StartAt,
                provider.GetRequiredService<TimeProvider>()
            )
        );
        services.AddKeyedSingleton<TimeProvider>(
            ClinicClockKey.Name,
            (provider, _) => provider.GetRequiredService<ClinicClock>()
        );
        services.AddSingleton(ReadClinic);
        services.AddSingleton(_ => ContentFolder.Replies());

        services.AddSingleton(provider =>
            MasterKey.Load(
                provider.GetRequiredService<IOptions<SealingOptions>>().Value,
                DataFolder(provider),
                provider.GetRequiredService<IHostEnvironment>().IsProduction(),
                canMake: isServing
            )
        );
        services.AddSingleton<IInstallationSecrets>(provider =>
            provider.GetRequiredService<MasterKey>()
        );
        services.AddSingleton<IWrappedKeyStore>(provider => new SqlWrappedKeyStore(
            Database.OfKeys(
                provider.GetRequiredService<IOptions<StoreOptions>>().Value,
                DataFolder(provider)
            )
        ));
        services.AddSingleton<ISealer, KeyRing>();
        services.AddSingleton<ITransitSealer, TransitSealer>();

        services.AddSingleton(provider =>
            Database.OfConversations(
                provider.GetRequiredService<IOptions<StoreOptions>>().Value,
                DataFolder(provider)
            )
        );
        services.AddSingleton<IAuditLog>(provider => new EfAuditLog(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<IInstallationSecrets>(),
            CommandChain
        ));
        services.AddSingleton<ICallBackDesk, EfCallBackDesk>();
        services.AddSingleton<IWaitingList, EfWaitingList>();
        services.AddSingleton<IMissedSentences, SqlMissedSentences>();
        services.AddSingleton<ReadPool>();
        services.AddSingleton<IAgenda, SqlAgenda>();
        services.AddSingleton<IIdentityDesk, SqlIdentityDesk>();
        services.AddSingleton<IRetentionStore, EfRetentionStore>();
        services.AddSingleton<IPatientRegister, EfPatientRegister>();
        return services;
    }

    /// <summary>Binds a section; unknown keys are refused, and the values checked when the program starts.</summary>
    public static OptionsBuilder<T> AddSection<T>(this IServiceCollection services, string section)
        where T : class =>
        services
            .AddOptions<T>()
            .BindConfiguration(section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations()
            .ValidateOnStart();

    public static string DataFolder(IServiceProvider provider) =>
        Path.GetFullPath(provider.GetRequiredService<IOptions<DataOptions>>().Value.Folder);

    private static Clinic ReadClinic(IServiceProvider provider)
    {
        var file = provider.GetRequiredService<IOptions<ClinicOptions>>().Value.File;
        if (file.Length > 0)
        {
            return ClinicReader.ReadFile(file);
        }

        return provider.GetRequiredService<IHostEnvironment>().IsProduction()
            ? throw new ClinicFileException(
                "set Clinic:File; the demonstration clinic is not served in Production."
            )
            : ClinicReader.ReadFile(ClinicReader.DemonstrationFile);
    }
}
