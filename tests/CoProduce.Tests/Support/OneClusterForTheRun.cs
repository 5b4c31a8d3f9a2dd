using CoProduce.Tests.Support;

[assembly: AssemblyFixture(typeof(TestCluster))]
