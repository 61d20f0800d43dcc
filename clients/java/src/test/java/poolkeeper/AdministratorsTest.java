package poolkeeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** What administrators do: users, groups, pages, pools. */
class AdministratorsTest {
    private static Server server;
    private static CognitoIdentityProviderClient idp;

    private String poolId;

    @BeforeAll
    static void start() throws Exception {
        server = new Server();
        idp = server.client();
    }

    @AfterAll
    static void stop() throws Exception {
        idp.close();
        server.close();
    }

    @BeforeEach
    void createPool() {
        poolId = idp.createUserPool(pool -> pool.poolName("java")).userPool().id();
    }

    @Test
    void usersAreCreatedListedByPagesAndDeleted() {
        List<String> names = List.of("ann", "ben", "cat", "dan", "eve");
        for (String name : names) {
            UserType created = createUser(name);
            assertEquals(UserStatusType.FORCE_CHANGE_PASSWORD, created.userStatus());
        }
        idp.adminSetUserPassword(set -> set
                .userPoolId(poolId)
                .username("ann")
                .password(Server.PASSWORD)
                .permanent(true));
        var ann = idp.adminGetUser(get -> get.userPoolId(poolId).username("ann"));
        assertEquals(UserStatusType.CONFIRMED, ann.userStatus());
        assertTrue(ann.enabled());
        assertFalse(ann.userCreateDate().isAfter(ann.userLastModifiedDate()));

        var pages = idp.listUsersPaginator(list -> list.userPoolId(poolId).limit(2));
        assertEquals(3, pages.stream().count());
        assertEquals(names, pages.users().stream().map(UserType::username).sorted().toList());

        idp.adminDeleteUser(delete -> delete.userPoolId(poolId).username("ann"));
        var gone = assertThrows(
                UserNotFoundException.class, () -> idp.adminGetUser(get -> get.userPoolId(poolId).username("ann")));
        assertEquals("User does not exist.", gone.awsErrorDetails().errorMessage());
    }

    @Test
    void groupsAndTheirMembersAreListedByPages() {
        createUser("ann");
        for (int number = 1; number <= 3; number++) {
            String name = "group-" + number;
            int precedence = number;
            idp.createGroup(group -> group.userPoolId(poolId).groupName(name).precedence(precedence));
            idp.adminAddUserToGroup(add -> add.userPoolId(poolId).groupName(name).username("ann"));
        }
        var groups = idp.adminListGroupsForUserPaginator(list -> list.userPoolId(poolId).username("ann").limit(1));
        assertEquals(List.of(1, 2, 3), groups.groups().stream().map(GroupType::precedence).sorted().toList());
        var members = idp.listUsersInGroupPaginator(list -> list.userPoolId(poolId).groupName("group-2"));
        assertEquals(List.of("ann"), members.users().stream().map(UserType::username).toList());
    }

    @Test
    void aPoolIsDescribedAndDeleted() {
        var described = idp.describeUserPool(describe -> describe.userPoolId(poolId)).userPool();
        assertEquals("java", described.name());
        assertEquals(UserPoolTierType.ESSENTIALS, described.userPoolTier());
        assertEquals(8, described.policies().passwordPolicy().minimumLength());
        idp.deleteUserPool(delete -> delete.userPoolId(poolId));
        var gone = assertThrows(
                ResourceNotFoundException.class,
                () -> idp.describeUserPool(describe -> describe.userPoolId(poolId)));
        assertEquals("User pool " + poolId + " does not exist.", gone.awsErrorDetails().errorMessage());
    }

    private UserType createUser(String username) {
        return idp.adminCreateUser(create -> create
                        .userPoolId(poolId)
                        .username(username)
                        .messageAction(MessageActionType.SUPPRESS))
                .user();
    }
}
