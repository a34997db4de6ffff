package dev.layers.docs.contract;

import dev.layers.docs.model.DocumentedType;
import java.util.List;

/**
 * A service of a contract.
 *
 * @param providers the names of the modules that provide it, sorted
 * @param users the names of the modules that use it, sorted
 */
public record ContractService(DocumentedType type, List<String> providers, List<String> users) {}
