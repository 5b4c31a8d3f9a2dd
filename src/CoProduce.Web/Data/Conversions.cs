using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CoProduce.Web.Data;

/// <summary>Stores a one-value id struct as the uuid inside it.</summary>
internal sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(ToGuid(), FromGuid())
    where TId : struct
{
    private static Expression<Func<TId, Guid>> ToGuid()
    {
        var id = Expression.Parameter(typeof(TId));
        return Expression.Lambda<Func<TId, Guid>>(Expression.Property(id, "Value"), id);
    }

    private static Expression<Func<Guid, TId>> FromGuid()
    {
        var value = Expression.Parameter(typeof(Guid));
        return Expression.Lambda<Func<Guid, TId>>(Expression.New(typeof(TId).GetConstructor([typeof(Guid)])!, value), value);
    }
}

/// <summary>How C# names and types become PostgreSQL's, the same in both contexts.</summary>
internal static class Conversions
{
    /// <summary>Every id struct of the ledger and of the application is stored as uuid.</summary>
    public static void StoreIdsAsUuid(this ModelConfigurationBuilder conventions)
    {
        foreach (var type in new[] { typeof(CoProduce.Ledger.AccountId).Assembly, typeof(Conversions).Assembly }.SelectMany(IdTypes))
            conventions.Properties(type).HaveConversion(typeof(IdConverter<>).MakeGenericType(type));
    }

    /// <summary>Tables, columns, keys and indexes in snake_case, which PostgreSQL needs no quotes for.</summary>
    public static void NameInSnakeCase(this ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(e => !e.IsOwned())) // an owned type is a JSON column of its owner
        {
            entity.SetTableName(Snake(entity.GetTableName()!));
            var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
            foreach (var property in entity.GetProperties())
                property.SetColumnName(Snake(property.GetColumnName(table) ?? property.Name));
            foreach (var key in entity.GetKeys())
                key.SetName(Snake(key.GetName()!));
            foreach (var foreignKey in entity.GetForeignKeys())
            {
                foreignKey.SetConstraintName(Snake(foreignKey.GetConstraintName()!));
                foreignKey.DeleteBehavior = DeleteBehavior.Restrict;
            }
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName(Snake(index.GetDatabaseName()!));
        }
    }

    private static IEnumerable<Type> IdTypes(Assembly assembly) =>
        assembly
            .GetTypes()
            .Where(t =>
                t.IsValueType
                && t.Name.EndsWith("Id", StringComparison.Ordinal)
                && t.GetProperty("Value", BindingFlags.Public | BindingFlags.Instance)?.PropertyType == typeof(Guid)
            );

    private static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && !char.IsUpper(name[i - 1]);
            if (startsWord)
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }
        return snake.ToString();
    }
}
