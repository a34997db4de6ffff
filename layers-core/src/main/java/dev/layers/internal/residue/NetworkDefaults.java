package dev.layers.internal.residue;

import java.net.FileNameMap;
import java.net.URLConnection;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import javax.security.auth.login.Configuration;
import org.jspecify.annotations.Nullable;

/** Sets back defaults that are costly to ask for, where the module has used them; to what the JDK starts with. */
final class NetworkDefaults implements Search {
    @Override
    public void run(Owner owner, Residue residue) {
        if (owner.hasSeen("java.net.FileNameMap")) {
            forgetFileNames(owner, residue);
        }
        if (owner.hasSeen("javax.net.ssl.HttpsURLConnection")) {
            forgetSocketFactory(owner, residue);
        }
        if (owner.hasSeen("javax.security.auth.login.Configuration")) {
            forgetLogins(owner, residue);
        }
    }

    @Override
    public boolean isVain(Owner owner) {
        return !owner.hasSeen(
                "java.net.FileNameMap", "javax.net.ssl.HttpsURLConnection", "javax.security.auth.login.Configuration");
    }

    private static void forgetFileNames(Owner owner, Residue residue) {
        FileNameMap names = URLConnection.getFileNameMap();
        if (owner.owns(names)) {
            residue.undo(text("default file name map", names), "reset", () -> URLConnection.setFileNameMap(null));
        }
    }

    private static void forgetSocketFactory(Owner owner, Residue residue) {
        SSLSocketFactory factory = HttpsURLConnection.getDefaultSSLSocketFactory();
        if (owner.owns(factory)) {
            residue.undo(
                    text("default SSL socket factory", factory),
                    "reset",
                    () -> HttpsURLConnection.setDefaultSSLSocketFactory(
                            (SSLSocketFactory) SSLSocketFactory.getDefault()));
        }
    }

    private static void forgetLogins(Owner owner, Residue residue) {
        Configuration logins = login();
        if (logins != null && owner.owns(logins)) {
            residue.undo(text("login configuration", logins), "reset", () -> Configuration.setConfiguration(null));
        }
    }

    /** Asking fails where nobody has configured any. */
    private static @Nullable Configuration login() {
        try {
            return Configuration.getConfiguration();
        } catch (SecurityException none) {
            return null;
        }
    }

    private static String text(String what, Object found) {
        return what + " (" + found.getClass().getName() + ")";
    }
}
