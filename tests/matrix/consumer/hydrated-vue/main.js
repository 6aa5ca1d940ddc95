import "empact-priorities/define";
import { createSSRApp } from "vue";
import App from "../vue/App.vue";

createSSRApp(App).mount("#app");
